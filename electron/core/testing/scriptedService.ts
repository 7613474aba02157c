/** A service for tests of the core: a real WebSocket server on a free port that says what the test tells it to. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type WebSocket from 'ws';
import type { ServerAddress } from '../../../shared/bridge';
import type { ConsoleState } from '../../../shared/calls/model';
import { Dn, UserId } from '../../../shared/ids';
import { ClientMessage, protocolVersion } from '../../../shared/protocol/messages';
import type { ServerMessage, StampedEvent } from '../../../shared/protocol/messages';
import { Inbox } from './inbox';

export interface Connection {
  /** Types of everything it was sent, in order. */
  readonly heard: readonly string[];
  say(message: ServerMessage): void;
  sayRaw(data: string | Buffer): void;
  /** The next message of this type; messages of other types stay for who asks for them. */
  next<T extends ClientMessage['type']>(type: T): Promise<Extract<ClientMessage, { type: T }>>;
  /** Welcome, hello, then login or resume: answered with a session. */
  accept(session?: Partial<SessionMessage>): Promise<Extract<ClientMessage, { type: 'login' | 'resume' }>>;
  closed(): Promise<void>;
  cut(): void;
}

export interface ScriptedService {
  readonly address: ServerAddress;
  connection(): Promise<Connection>;
  close(): Promise<void>;
}

type SessionMessage = Extract<ServerMessage, { type: 'session' }>;

export const emptyState: ConsoleState = {
  me: { userId: UserId.parse('maya'), name: 'Maya', dn: Dn.parse('2001'), online: true, redirectTo: null },
  mode: 'proxy',
  lines: [],
  calls: [],
  managers: [],
  service: { callControl: 'up', filtering: 'up' },
  divertAllAppliesToFiltered: false,
};

/** An event that changes the state visibly: `n` is the line's number. */
export function lineEvent(epoch: number, seq: number): StampedEvent {
  const line = {
    lineId: `line-${seq}`,
    dn: String(seq),
    kind: 'own',
    managerId: null,
    label: `Line ${seq}`,
    inUseElsewhere: false,
  };
  return { epoch, seq, at: 0, event: { type: 'line', line } } as unknown as StampedEvent;
}

export async function startScriptedService(name: 'primary' | 'backup' = 'primary'): Promise<ScriptedService> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  const connections = new Inbox<Connection>();
  server.on('connection', (socket) => connections.put(connectionOf(socket, name)));
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port, tls: false },
    connection: () => connections.take(() => true),
    async close() {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function connectionOf(socket: WebSocket, service: 'primary' | 'backup'): Connection {
  const inbox = new Inbox<ClientMessage>();
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  const heard: string[] = [];
  socket.on('message', (data) => {
    const message = ClientMessage.parse(JSON.parse((data as Buffer).toString('utf8')));
    heard.push(message.type);
    inbox.put(message);
  });
  const say = (message: ServerMessage) => socket.send(JSON.stringify(message));
  return {
    heard,
    say,
    sayRaw: (data) => socket.send(data),
    next: (type) =>
      inbox.take((message): message is Extract<ClientMessage, { type: typeof type }> => message.type === type),
    async accept(session = {}) {
      say({ type: 'welcome', protocol: protocolVersion, service, role: 'active' });
      await inbox.take((message) => message.type === 'hello');
      const asked = await inbox.take(
        (message): message is Extract<ClientMessage, { type: 'login' | 'resume' }> =>
          message.type === 'login' || message.type === 'resume',
      );
      say({
        type: 'session',
        userId: UserId.parse('maya'),
        resumeToken: 'token-1',
        device: null,
        parameters: { heartbeatIntervalMs: 30_000, requestTimeoutMs: 30_000 },
        serverTime: 0,
        position: { epoch: 1, seq: 0 },
        snapshot: emptyState,
        missed: null,
        ...session,
      });
      return asked;
    },
    closed: () => ended,
    cut: () => socket.terminate(),
  };
}
