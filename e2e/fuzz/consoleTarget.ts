/**
 * Bad frames against the console core: a scripted service says them, the core must stay alive, tell the page nothing that is not of the
 * contract, and show the truth again after each resync. Waits between attempts are none (`random` is 0), so that there is no time to lose.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { WebSocketServer, type WebSocket } from 'ws';
import { systemClock } from '../../electron/core/clock';
import { createCore } from '../../electron/core/core';
import { openDocuments } from '../../electron/core/documents';
import { noSecrets } from '../../electron/core/secrets';
import { noHost } from '../../electron/core/testing/noHost';
import { openWebSocket } from '../../electron/core/socket';
import { BridgePush } from '../../shared/bridge';
import type { ConsoleState } from '../../shared/calls/model';
import { protocolVersion, type ServerMessage } from '../../shared/protocol/messages';
import { seeded } from '../bench/random';
import { mutated, type Json } from './mutate';
import { heapNow, type FuzzReport } from './report';

/** Frames said before the scripted service waits for the core to have taken them. */
const burst = 25;

interface Wanted {
  readonly frames: number;
  readonly seed: number;
  readonly progress: (done: number) => void;
  /** Ends then (`performance.now()`), however many there were. */
  readonly until?: number;
}

export async function fuzzConsole({ frames, seed, progress, until = Infinity }: Wanted): Promise<FuzzReport> {
  const random = seeded(seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'assistant-console-fuzz-'));
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const problems: string[] = [];
  let taken = 0;
  let sessions = 0;
  let heapAtStart = 0;
  let wanted = () => undefined as unknown;

  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const core = createCore({
    documents: openDocuments(
      folder,
      {
        primary: { host: '127.0.0.1', port, tls: false },
        backup: null,
        heartbeatIntervalMs: 600_000,
        requestTimeoutMs: 600_000,
      },
      systemClock,
      quiet,
    ),
    devices: { tokenOf: () => null, keep: () => undefined },
    secrets: noSecrets,
    host: noHost,
    log: quiet,
    appVersion: 'fuzz',
    random: () => 0,
    openSocket: (target, listener) =>
      openWebSocket(target, {
        opened: () => listener.opened(),
        message(text) {
          listener.message(text);
          taken += 1;
          if (taken % 100_000 === 0) progress(taken);
          if (taken === Math.floor(Math.min(frames, 100_000) / 10)) heapAtStart = heapNow();
          if (taken >= frames || performance.now() > until) wanted();
        },
        closed: (reason, problem) => listener.closed(reason, problem),
      }),
  });
  /** What the snapshot said that the core has just been given. */
  let truth: ConsoleState | null = null;
  core.subscribe((push) => {
    const read = BridgePush.safeParse(push);
    if (!read.success) problems.push(`pushed what is not of the contract: ${push.kind}`);
    if (push.kind === 'link' && push.link.phase === 'live' && push.link.roundTripMs === null && truth !== null) {
      sessions += 1;
      if (!isDeepStrictEqual(core.state().console, truth))
        problems.push('after a resync it does not show the snapshot');
      truth = null;
    }
  });

  const ended = new Promise<void>((resolve) => (wanted = resolve as () => undefined));
  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    const script = new Script(socket, random, (state) => (truth = state));
    socket.on('message', (data: Buffer) => script.heard(data.toString('utf8')));
    script.begin();
  });
  const again = setInterval(() => {
    // A frame may end the session for good (a token that is not good any more): the assistant signs in again.
    if (core.state().link.phase === 'signedOut')
      void core.handlers.login({ userId: 'maya', password: 'secret-word', remember: false });
  }, 5);
  const began = performance.now();
  await ended;
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(again);
  const heapAtEnd = heapNow();
  core.close();
  for (const socket of server.clients) socket.terminate();
  server.close();
  rmSync(folder, { recursive: true, force: true });
  return { frames: taken, connections: sessions, seconds, heapAtStart, heapAtEnd, checks: sessions, problems };
}

type Frame = Record<string, Json>;

/** One connection: greeted, answered, then nonsense until the core has had enough of it. */
class Script {
  readonly #socket: WebSocket;
  readonly #random: ReturnType<typeof seeded>;
  readonly #told: (state: ConsoleState) => void;
  #seq = 0;

  constructor(socket: WebSocket, random: ReturnType<typeof seeded>, told: (state: ConsoleState) => void) {
    this.#socket = socket;
    this.#random = random;
    this.#told = told;
  }

  begin(): void {
    // Some begin with nonsense.
    if (this.#random.below(20) === 0) this.#bad();
    this.#say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  }

  heard(text: string): void {
    if (text.includes('"type":"login"') || text.includes('"type":"resume"')) {
      // Nothing that could be taken for the answer.
      if (this.#random.below(20) === 0) this.#bad(({ type }) => type !== 'session');
      const state = stateOf(this.#random.below(1_000));
      this.#told(state);
      this.#say(sessionOf(state));
      this.#go();
    }
  }

  /** Bursts, each after the one before has been taken in. */
  #go(): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    for (let count = 0; count < burst; count += 1) {
      if (this.#random.below(3) === 0) this.#say(eventOf((this.#seq += 1)));
      else this.#bad();
    }
    this.#socket.ping('', undefined, () => undefined);
    this.#socket.once('pong', () => this.#go());
  }

  #bad(wanted: (frame: Frame) => boolean = () => true): void {
    const all = validFrames(this.#seq);
    this.#raw(mutated(this.#random, this.#random.pick(all.filter(wanted)), all));
  }

  #say(message: ServerMessage): void {
    this.#raw(JSON.stringify(message));
  }

  #raw(data: string | Buffer): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(data);
  }
}

const person = { userId: 'maya', name: 'Maya', dn: '2001', online: true, redirectTo: null };

function stateOf(number: number): ConsoleState {
  return {
    me: { ...person, name: `Maya ${number}` },
    mode: 'proxy',
    lines: [],
    calls: [],
    managers: [],
    service: { callControl: 'up', filtering: 'up' },
    divertAllAppliesToFiltered: false,
  } as unknown as ConsoleState;
}

function sessionOf(state: ConsoleState): ServerMessage {
  return {
    type: 'session',
    userId: state.me.userId,
    resumeToken: 'token-1',
    device: null,
    parameters: { heartbeatIntervalMs: 600_000, requestTimeoutMs: 600_000 },
    serverTime: 0,
    position: { epoch: 1, seq: 0 },
    snapshot: state,
    missed: null,
  };
}

function eventOf(seq: number): ServerMessage {
  return {
    type: 'events',
    serverTime: 0,
    events: [{ epoch: 1, seq, at: 0, event: { type: 'service', service: { callControl: 'up', filtering: 'up' } } }],
  };
}

/** One of each, as a service says them. */
function validFrames(seq: number): Frame[] {
  const line = { lineId: 'line-1', dn: '2001', kind: 'own', managerId: null, label: 'Own', inUseElsewhere: false };
  const frames: ServerMessage[] = [
    eventOf(seq + 1),
    sessionOf(stateOf(0)),
    { type: 'pong', id: 1, clock: 5 },
    { type: 'parameters', parameters: { heartbeatIntervalMs: 600_000, requestTimeoutMs: 600_000 } },
    {
      type: 'found',
      id: 1,
      entries: [{ id: '1', firstName: 'A', lastName: 'B', number: '1', department: 'C' }],
      more: false,
    },
    { type: 'error', error: { code: 'internal', message: 'sorry' } },
    { type: 'welcome', protocol: protocolVersion, service: 'backup', role: 'active' },
  ];
  return [
    ...(JSON.parse(JSON.stringify(frames)) as Frame[]),
    { type: 'result', id: 'command-1', result: { status: 'done' } },
    { type: 'events', serverTime: 0, events: [{ epoch: 1, seq: seq + 1, at: 0, event: { type: 'line', line } }] },
  ];
}
