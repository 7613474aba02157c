/** The bridge over the browser host's WebSocket. Reconnects to the host by itself and then tells its listeners everything anew. */
import './noEval';
import { BridgePush, bridgeRequests } from '../../shared/bridge';
import type { Bridge, BridgeArgs, BridgeRequestName, BridgeResult, CommandOutcome } from '../../shared/bridge';
import { BridgeError } from '../../shared/bridgeError';
import { BridgeHostFrame } from '../../shared/bridgeWire';
import { enterSession } from './session';
import type { SessionEnvironment } from './session';

/** What keeps this page from its host; null when nothing does. */
export type Trouble = 'linkUsed' | 'hostGone' | null;

/** Everything the bridge needs of a browser, so that it can be tested without one. */
export interface BrowserEnvironment extends SessionEnvironment {
  readonly location: Pick<Location, 'href' | 'host' | 'protocol'>;
  openSocket(url: string): BridgeSocket;
  later(run: () => void, delayMs: number): void;
  onTrouble(trouble: Trouble): void;
}

export type BridgeSocket = Pick<WebSocket, 'send' | 'onopen' | 'onclose' | 'onmessage'>;

interface Waiting {
  resolve(result: unknown): void;
  reject(error: BridgeError): void;
}

/** Everything else of a state is pushed under its own name. These stay as they are for as long as the host runs, or are told together, the link last. */
const pushedApart: ReadonlySet<string> = new Set([
  'abilities',
  'appVersion',
  'locked',
  'console',
  'clockOffsetMs',
  'link',
]);

const unsent: CommandOutcome = { status: 'refused', error: { code: 'notReached', message: 'the page has no host' } };

const firstRetryMs = 250;
const lastRetryMs = 2_000;

export async function browserBridge(environment: BrowserEnvironment): Promise<Bridge> {
  const listeners = new Set<(push: BridgePush) => void>();
  const waiting = new Map<number, Waiting>();
  let socket: BridgeSocket | null = null;
  let lastId = 0;

  const push = (message: BridgePush) => listeners.forEach((listener) => listener(message));

  function send(name: BridgeRequestName, args: unknown): Promise<unknown> {
    const open = socket;
    if (open === null) return Promise.reject(new BridgeError('hostGone'));
    return new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      open.send(JSON.stringify({ id: lastId, name, args }));
    });
  }

  function receive(text: unknown): void {
    const frame = BridgeHostFrame.parse(JSON.parse(String(text)));
    if ('push' in frame) {
      push(frame.push);
      return;
    }
    const request = frame.id === null ? undefined : waiting.get(frame.id);
    if (frame.id !== null) waiting.delete(frame.id);
    if ('error' in frame) request?.reject(new BridgeError(frame.error.code));
    else request?.resolve(frame.result);
  }

  function lost(): void {
    socket = null;
    for (const request of waiting.values()) request.reject(new BridgeError('hostGone'));
    waiting.clear();
    environment.onTrouble('hostGone');
    retryIn(firstRetryMs);
  }

  function connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { protocol, host } = environment.location;
      const next = environment.openSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/bridge`);
      next.onopen = () => {
        socket = next;
        environment.onTrouble(null);
        resolve();
      };
      next.onmessage = (message) => receive(message.data);
      next.onclose = () => (socket === next ? lost() : reject(new BridgeError('hostGone')));
    });
  }

  function retryIn(delayMs: number): void {
    environment.later(() => {
      void reconnect().catch((error: unknown) => {
        // A new host process on the same port does not know this page: only a new link helps.
        if (error instanceof BridgeError && error.code === 'linkUsed') environment.onTrouble('linkUsed');
        else retryIn(Math.min(delayMs * 2, lastRetryMs));
      });
    }, delayMs);
  }

  async function reconnect(): Promise<void> {
    await enterSession(environment);
    await connect();
    const state = bridgeRequests.open.result.parse(await send('open', {}));
    for (const [kind, value] of Object.entries(state))
      if (!pushedApart.has(kind)) push(BridgePush.parse({ kind, [kind]: value }));
    push({ kind: 'console', console: state.console, clockOffsetMs: state.clockOffsetMs });
    push({ kind: 'link', link: state.link });
  }

  try {
    await enterSession(environment);
    await connect();
  } catch (error) {
    environment.onTrouble(error instanceof BridgeError && error.code === 'linkUsed' ? 'linkUsed' : 'hostGone');
    throw error;
  }
  return {
    host: 'browser',
    async request<K extends BridgeRequestName>(name: K, args: BridgeArgs<K>): Promise<BridgeResult<K>> {
      // Nothing has left this page: that is known, unlike of what was on its way when the host went.
      const answer = name === 'command' && socket === null ? unsent : await send(name, args);
      return bridgeRequests[name].result.parse(answer) as BridgeResult<K>;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
