/**
 * The link to the other service, only to notice at once that its process is gone. It carries nothing: that the lease
 * changes hands correctly is the store's business (compare-and-swap) and the switch's (fencing), never this link's.
 */
import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import { usualTrust, type OutgoingTls } from '../tls/trust';
import type { PeerState } from './decide';

/** What was last found out about the peer, and when (monotonic milliseconds). */
export interface PeerReport {
  readonly state: PeerState;
  readonly at: number;
}

export interface PeerLink {
  report(): PeerReport;
  /** Asks now: `alive` when the other service answers, `gone` when nobody listens there, `unknown` when it is silent for `patienceMs`. */
  probe(patienceMs: number): Promise<PeerState>;
  close(): void;
}

/** A link of a service that has no peer. */
export const noPeer: PeerLink = {
  report: () => ({ state: 'none', at: 0 }),
  probe: () => Promise.resolve('none'),
  close: () => undefined,
};

/**
 * A process that is being killed may lose its links before its port: an attempt in between is reset, which proves nothing.
 * So the first attempts after a link was lost follow quickly (milliseconds).
 */
const quickRetryMs = 20;
const mostQuickRetries = 10;

interface PeerOptions {
  /** For an address with `wss`. */
  readonly trust: OutgoingTls;
  readonly log: Pick<Logger, 'warn'> | null;
}

/** `url` is asked at each attempt. `onNews` is called when the link is lost or the peer is found, and each time it is found gone. */
export function connectPeer(
  url: () => string,
  retryMs: number,
  onNews: () => void,
  { trust, log }: PeerOptions = { trust: usualTrust, log: null },
): PeerLink {
  let state: PeerState = 'unknown';
  let at = performance.now();
  let socket: WebSocket | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;
  /** Resolves when the attempt under way has opened or failed. */
  let attempt: Promise<void> = Promise.resolve();
  /** Resolves with the next sign of the open link: a pong, or its end. One for all who ask meanwhile, be they thousands. */
  let answer: Promise<'answered'> | null = null;
  /** What was said in the log last, until the link stands: an attempt every half second would fill it. */
  let complaint = '';
  let quickRetries = 0;

  function become(next: PeerState): void {
    if (closed) return;
    const known = state === next && next !== 'gone';
    state = next;
    at = performance.now();
    if (!known) onNews();
  }

  function connect(): void {
    if (closed || socket) return;
    if (retry) clearTimeout(retry);
    retry = null;
    const current = new WebSocket(url(), { handshakeTimeout: 1_000, maxPayload: 1_024, ...trust });
    socket = current;
    let opened = false;
    attempt = new Promise((resolve) => {
      current.on('open', () => {
        opened = true;
        complaint = '';
        become('alive');
        resolve();
      });
      current.on('error', (error) => {
        // Refused: nobody listens on that port any more. Anything else (slow, reset) proves nothing.
        if ('code' in error && error.code === 'ECONNREFUSED') become('gone');
        // Told here, since nobody else would: a certificate that is not good stays so.
        else if (!opened && complaint !== error.message) {
          complaint = error.message;
          log?.warn({ reason: error.message }, 'the other service cannot be reached: trying on');
        }
      });
      current.on('close', () => {
        socket = null;
        resolve();
        if (closed) return;
        if (opened) {
          quickRetries = mostQuickRetries;
          become('unknown');
          connect();
          return;
        }
        if (state === 'alive') become('unknown');
        const soon = state === 'unknown' && quickRetries > 0;
        if (soon) quickRetries -= 1;
        retry = setTimeout(connect, soon ? quickRetryMs : retryMs);
      });
    });
  }

  function answerOf(asked: WebSocket): Promise<'answered'> {
    answer ??= new Promise((resolve) => {
      const heard = () => {
        asked.off('pong', heard).off('close', heard);
        answer = null;
        resolve('answered');
      };
      asked.on('pong', heard).on('close', heard);
    });
    return answer;
  }

  async function probe(patienceMs: number): Promise<PeerState> {
    if (closed) return state;
    const silent = silence(patienceMs);
    if (socket?.readyState === WebSocket.OPEN) {
      const asked = socket;
      asked.ping();
      const outcome = await Promise.race([answerOf(asked), silent.promise]);
      if (outcome === 'silent') return 'unknown';
      if (asked.readyState === WebSocket.OPEN) {
        silent.cancel();
        return 'alive';
      }
    }
    connect();
    await Promise.race([attempt, silent.promise]);
    silent.cancel();
    return state;
  }

  connect();
  return {
    report: () => ({ state, at }),
    probe,
    close() {
      closed = true;
      if (retry) clearTimeout(retry);
      socket?.terminate();
    },
  };
}

function silence(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), ms);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}
