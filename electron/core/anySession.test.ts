/**
 * A session between two services that do anything, in any order, while the assistant presses anything: what must always hold. Sockets
 * and clock are the test's, the session is the real one.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CommandOutcome, Settings } from '../../shared/bridge';
import { linkProblems } from '../../shared/connection/problem';
import { CommandId, ConnectionId, UserId } from '../../shared/ids';
import { ErrorCode, protocolError } from '../../shared/protocol/errors';
import { ClientMessage, protocolVersion } from '../../shared/protocol/messages';
import type { ServerMessage } from '../../shared/protocol/messages';
import { Session } from './session';
import type { SocketListener } from './socket';
import { ManualClock } from './testing/manualClock';
import { emptyState, lineEvent } from './testing/scriptedService';

/** Nothing happens beside the test: what is soon is due now. */
class TestClock extends ManualClock {
  override soon(run: () => void): () => void {
    return this.after(0, run);
  }
}

interface FakeSocket {
  readonly listener: SocketListener;
  readonly port: number;
  state: 'open' | 'leaving' | 'gone';
}

const settings: Settings = {
  version: 3,
  primary: { host: '127.0.0.1', port: 1, tls: false },
  backup: { host: '127.0.0.1', port: 2, tls: false },
  heartbeatIntervalMs: null,
  requestTimeoutMs: null,
  logLevel: 'info',
  allowPlain: false,
  authority: null,
};

/** What only a session that stands may say. */
const liveOnly: ReadonlySet<ClientMessage['type']> = new Set(['command', 'search', 'outcome', 'ping']);

class World {
  readonly clock = new TestClock();
  readonly sockets: FakeSocket[] = [];
  readonly outcomes: Promise<CommandOutcome>[] = [];
  readonly sent = new Set<string>();
  #commands = 0;
  readonly session: Session;

  constructor(private readonly random: () => number) {
    this.session = new Session({
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      appVersion: '0.0.0',
      clock: this.clock,
      random: this.random,
      devices: { tokenOf: () => null, keep: () => undefined },
      settings: () => settings,
      signedIn: () => undefined,
      signedOut: () => undefined,
      push: () => undefined,
      record: () => undefined,
      openSocket: ({ address }, listener) => {
        const socket: FakeSocket = { listener, port: address.port, state: 'open' };
        expect(this.sockets.filter(({ state }) => state !== 'gone')).toEqual([]);
        this.sockets.push(socket);
        return {
          send: (text) => this.#heard(socket, ClientMessage.parse(JSON.parse(text))),
          close: () => (socket.state = 'leaving'),
          terminate: () => (socket.state = 'gone'),
        };
      },
    });
  }

  get phase(): string {
    return this.session.snapshot().link.phase;
  }

  get newest(): FakeSocket | undefined {
    return this.sockets.at(-1);
  }

  #heard(socket: FakeSocket, message: ClientMessage): void {
    expect(socket).toBe(this.newest);
    expect(socket.state).toBe('open');
    if (liveOnly.has(message.type)) expect(this.phase).toBe('live');
    if (message.type !== 'command') return;
    expect(this.sent.has(message.id)).toBe(false);
    this.sent.add(message.id);
  }

  login(): void {
    void this.session.login('maya', 'secret', true);
  }

  /** Pressed whenever the assistant likes. Refused at once unless it is live. */
  press(): void {
    const id = CommandId.parse(`00000000-0000-4000-8000-${String((this.#commands += 1)).padStart(12, '0')}`);
    const before = this.sent.size;
    const { phase } = this;
    const connectionId = ConnectionId.parse('a/1');
    this.outcomes.push(this.session.command(id, { type: 'answer', connectionId }));
    expect(this.sent.size - before).toBe(phase === 'live' ? 1 : 0);
  }

  say(socket: FakeSocket | undefined, message: ServerMessage | string): void {
    socket?.listener.message(typeof message === 'string' ? message : JSON.stringify(message));
  }

  close(socket: FakeSocket | undefined, problem: (typeof linkProblems)[number] = 'unreachable'): void {
    if (socket === undefined || socket.state === 'gone') return;
    socket.state = 'gone';
    socket.listener.closed('test', problem);
  }

  greet(
    socket: FakeSocket | undefined,
    role: 'active' | 'standby',
    protocol = protocolVersion,
    electing = false,
  ): void {
    const service = socket?.port === 2 ? 'backup' : 'primary';
    this.say(socket, { type: 'welcome', protocol, service, role, electing });
  }

  begin(socket: FakeSocket | undefined): void {
    this.say(socket, {
      type: 'session',
      userId: UserId.parse('maya'),
      resumeToken: 'token',
      device: null,
      parameters: { heartbeatIntervalMs: 2_000, requestTimeoutMs: 2_000 },
      serverTime: 0,
      position: { epoch: 1, seq: 0 },
      snapshot: emptyState,
      missed: null,
    });
  }
}

interface Happening {
  readonly kind: number;
  readonly old: boolean;
  readonly ms: number;
  readonly code: ErrorCode;
  readonly problem: (typeof linkProblems)[number];
}

const happening = fc.record<Happening>({
  kind: fc.nat(19),
  old: fc.nat(9).map((n) => n === 0),
  ms: fc.oneof(fc.constant(0), fc.nat(100), fc.nat(6_000), fc.nat(100_000)),
  code: fc.constantFrom(...ErrorCode.options),
  problem: fc.constantFrom(...linkProblems),
});

function happen(world: World, { kind, old, ms, code, problem }: Happening): void {
  const socket = old ? world.sockets.at(-2) : world.newest;
  const all: readonly (() => void)[] = [
    () => world.login(),
    () => world.clock.pass(ms),
    () => world.press(),
    () => world.greet(socket, 'active'),
    () => world.begin(socket),
    () => world.greet(socket, 'active'),
    () => world.begin(socket),
    () => world.press(),
    () => world.clock.pass(ms),
    () => world.close(socket, problem),
    () => world.greet(socket, 'standby', protocolVersion, ms > 100),
    () => world.say(socket, { type: 'error', error: protocolError(code, 'no') }),
    () => world.say(socket, 'garbage'),
    () => world.say(socket, { type: 'events', serverTime: 0, events: [lineEvent(1, (ms % 3) + 1)] }),
    () => world.session.probe(),
    () => world.clock.sleep(ms),
    () => world.clock.jump(ms * 10),
    () => void world.session.search('ann'),
    () => world.greet(socket, 'active', 99),
    () => world.session.logout(),
  ];
  all[kind]?.();
  // Sockets that were to be opened are; timers that became due with them run.
  world.clock.pass(0);
}

it('one socket; nothing is sent but by a live session; a command is sent once and has an outcome', async () => {
  const sequences = fc.array(happening, { minLength: 5, maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(sequences, fc.double({ min: 0, max: 0.999, noNaN: true }), async (happenings, random) => {
      const world = new World(() => random);
      world.login();
      for (const one of happenings) happen(world, one);
      world.session.close();
      const outcomes = await Promise.all(world.outcomes);
      expect(outcomes).toHaveLength(world.outcomes.length);
      expect(outcomes.filter(({ status }) => status === 'done')).toEqual([]);
      // Refused means never sent, as far as no service has answered; sent and unanswered is unknown.
      expect(outcomes.filter(({ status }) => status === 'unknown')).toHaveLength(world.sent.size);
    }),
    { numRuns: 300 },
  );
});

it('whatever has happened: once one server is well, it is live there, and what is pressed then is sent', () => {
  const sequences = fc.array(happening, { maxLength: 60 });
  fc.assert(
    fc.property(
      sequences,
      fc.constantFrom(1, 2),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (before, port, random) => {
        const world = new World(() => random);
        world.login();
        for (const one of before) happen(world, one);
        if (world.phase === 'signedOut') world.login();
        let steps = 0;
        while (world.phase !== 'live' || world.newest?.port !== port) {
          expect((steps += 1)).toBeLessThan(100);
          const { newest, phase } = world;
          // The longest wait is ten seconds.
          if (phase === 'waiting') for (let n = 0; n <= 100 && world.phase === 'waiting'; n += 1) world.clock.pass(100);
          else if (newest?.port !== port) world.close(newest);
          else {
            world.greet(newest, 'active');
            world.begin(newest);
            // An attempt that had been greeted before by a liar waits for its deadline.
            if (world.phase !== 'live') world.clock.pass(5_000);
          }
          world.clock.pass(0);
        }
        const { size } = world.sent;
        world.press();
        expect(world.sent.size).toBe(size + 1);
        world.session.close();
      },
    ),
    { numRuns: 300 },
  );
});
