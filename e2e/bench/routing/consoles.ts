/** All consoles of that cluster, reduced to their sockets: resumed, and counting what rings. */
import { WebSocket } from 'ws';
import { protocolVersion, ServerMessage } from '../../../shared/protocol/messages';

const atOnce = 100;

export interface Load {
  readonly open: number;
  /** Calls that rang at a console. */
  readonly rung: ReadonlySet<string>;
  /** Sockets that were closed by the service. */
  readonly closed: number;
  close(): void;
}

/** Resolves when all are in. */
export async function openConsoles(port: number, tokens: readonly string[]): Promise<Load> {
  const rung = new Set<string>();
  const sockets: WebSocket[] = [];
  let closed = 0;
  let closing = false;
  const open = (token: string) =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
      sockets.push(socket);
      socket.on('error', reject);
      socket.on('close', () => {
        reject(new Error('a console was closed'));
        if (!closing) closed += 1;
      });
      socket.on('message', (data: Buffer) => {
        const message = ServerMessage.parse(JSON.parse(data.toString()));
        if (message.type === 'welcome') {
          socket.send(JSON.stringify({ type: 'hello', protocol: protocolVersion, appVersion: 'bench' }));
          socket.send(JSON.stringify({ type: 'resume', token, position: null }));
        } else if (message.type === 'session') resolve();
        else if (message.type === 'error') reject(new Error(message.error.message));
        else if (message.type === 'events') {
          for (const { event } of message.events) {
            if (event.type === 'call' && event.call.state === 'alerting') rung.add(event.call.callId);
          }
        }
      });
    });
  const waiting = [...tokens];
  const worker = async () => {
    for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) await open(token);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return {
    get open() {
      return sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
    },
    get closed() {
      return closed;
    },
    rung,
    close() {
      closing = true;
      for (const socket of sockets) socket.terminate();
    },
  };
}
