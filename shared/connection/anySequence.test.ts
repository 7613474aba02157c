/** Whatever happens, in whatever order: what must always hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ErrorCode } from '../protocol/errors';
import type { ServiceName } from '../protocol/messages';
import type { ConnectionEffect, ConnectionEvent } from './events';
import { linkProblems } from './problem';
import type { LinkProblem } from './problem';
import { generationInUse, initialState } from './state';
import type { ConnectionState } from './state';
import { dueAt } from './tick';
import { backoffMs } from './timing';
import { Driver } from './testing';
import { transition } from './transition';

interface Happening {
  readonly kind: number;
  /** How far behind the newest generation. */
  readonly age: number;
  readonly elapsed: number;
  readonly random: number;
  readonly code: ErrorCode;
  readonly problem: LinkProblem;
  readonly flag: boolean;
}

const happening = fc.record<Happening>({
  kind: fc.nat(14),
  age: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
  elapsed: fc.oneof(fc.nat(50), fc.nat(15_000), fc.nat(10_000_000)),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  code: fc.constantFrom(...ErrorCode.options),
  problem: fc.constantFrom(...linkProblems),
  flag: fc.boolean(),
});

function eventOf({ kind, age, code, problem, flag }: Happening, state: ConnectionState): ConnectionEvent {
  const generation = state.lastGeneration - age;
  const period = flag ? 1_000 : 7_000;
  const timing = { heartbeatIntervalMs: period, requestTimeoutMs: period };
  const events: readonly ConnectionEvent[] = [
    { type: 'signIn', hasBackup: flag, patient: age > 0 },
    { type: 'welcome', generation, role: 'active', electing: false },
    { type: 'session', generation, parameters: timing },
    { type: 'tick' },
    { type: 'closed', generation, problem },
    { type: 'frame', generation },
    { type: 'pong', generation, id: state.lastPing },
    { type: 'welcome', generation, role: 'standby', electing: flag },
    { type: 'refused', generation, code },
    { type: 'resync', generation },
    { type: 'probe' },
    { type: 'overrides', overrides: timing },
    { type: 'signOut' },
    { type: 'parameters', generation, parameters: timing },
  ];
  return events[kind] ?? { type: 'opened', generation };
}

/** The world outside: which sockets are open and which timer is armed, by the effects alone. */
class Outside {
  readonly open = new Set<number>();
  timerAt: number | null = null;

  run(effect: ConnectionEffect): void {
    switch (effect.type) {
      case 'connect':
        this.open.add(effect.generation);
        break;
      case 'terminate':
        this.open.delete(effect.generation);
        break;
      case 'authenticate':
      case 'ping':
        // Nothing is said but to the one socket that is open now.
        expect([...this.open]).toEqual([effect.generation]);
        break;
      case 'armTimer':
        this.timerAt = effect.at;
        break;
      case 'disarmTimer':
        this.timerAt = null;
        break;
    }
    expect(this.open.size).toBeLessThanOrEqual(1);
  }
}

function play(happenings: readonly Happening[]): { state: ConnectionState; outside: Outside; now: number } {
  let state = initialState();
  let now = 0;
  const outside = new Outside();
  for (const one of happenings) {
    now += one.elapsed;
    const event = eventOf(one, state);
    if (event.type === 'tick') outside.timerAt = null;
    const step = transition(state, event, now, one.random);
    for (const effect of step.effects) outside.run(effect);
    const before = state;
    state = step.state;
    if (state.link.phase === 'waiting' && before.link.phase !== 'waiting') {
      const wait = state.link.retryAt - now;
      expect(wait).toBeGreaterThanOrEqual(0);
      // The first wait is short, and none is longer than ten seconds.
      const rounds = state.failures - state.servers.length;
      expect(wait).toBeLessThanOrEqual(Math.min(10_000, 500 * 2 ** rounds));
    }
    expect(outside.timerAt).toBe(state.timerAt);
    expect(outside.timerAt === null).toBe(state.link.phase === 'signedOut');
    // Never later than what is due; earlier is harmless.
    expect(outside.timerAt ?? 0).toBeLessThanOrEqual(dueAt(state) ?? 0);
    const inUse = generationInUse(state);
    expect([...outside.open]).toEqual(inUse === null ? [] : [inUse]);
  }
  return { state, outside, now };
}

/** One server is well, the other refuses. Fails if that takes more steps or time than a few rounds of the longest wait. */
function recovers(from: ConnectionState, at: number, answers: ServiceName, random: number): void {
  let state = from;
  let now = at;
  let steps = 0;
  const send = (event: ConnectionEvent) => (state = transition(state, event, now, random).state);
  if (state.link.phase === 'signedOut') send({ type: 'signIn', hasBackup: true, patient: true });
  const wanted = state.servers.length === 1 ? 'primary' : answers;
  while (state.link.phase !== 'live' || state.link.server !== wanted) {
    expect((steps += 1)).toBeLessThan(40);
    expect(now - at).toBeLessThan(120_000);
    if (state.link.phase === 'signedOut') {
      // Only a first login gives up, after one round, or a session that both servers are of another version for.
      expect(state.link.failure).not.toBeNull();
      send({ type: 'signIn', hasBackup: true, patient: true });
    } else if (state.link.phase === 'waiting') {
      now = Math.max(now, state.timerAt ?? Infinity);
      send({ type: 'tick' });
    } else {
      const { generation, server } = state.link;
      now += 20;
      if (server !== wanted) send({ type: 'closed', generation, problem: 'unreachable' });
      else {
        send({ type: 'welcome', generation, role: 'active', electing: false });
        send({ type: 'session', generation, parameters: { heartbeatIntervalMs: 1_000, requestTimeoutMs: 1_000 } });
      }
    }
  }
}

describe('any sequence of events', () => {
  it('one socket at most, none forgotten, a timer armed whenever there is something to wait for', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 80 }), (happenings) => void play(happenings)),
      {
        numRuns: 400,
      },
    );
  });

  it('from wherever it is: live again soon once one server is well; signed out, once somebody signs in', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 60 }),
        fc.constantFrom<ServiceName>('primary', 'backup'),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (happenings, answers, random) => {
          const { state, now } = play(happenings);
          recovers(state, now, answers, random);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('two things in the same instant, whichever comes first: one socket, and live again once one server is well', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 40 }),
        happening,
        happening,
        fc.constantFrom<ServiceName>('primary', 'backup'),
        (happenings, one, other, answers) => {
          const atOnce = { ...other, elapsed: 0 };
          for (const pair of [
            [one, atOnce],
            [
              { ...other, elapsed: one.elapsed },
              { ...one, elapsed: 0 },
            ],
          ]) {
            const { state, now } = play([...happenings, ...pair]);
            recovers(state, now, answers, 0.5);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('an answer in the instant of its deadline: the session lives if it is heard first, and is not heard afterwards', () => {
    const deadlines = fc.integer({ min: 1_000, max: 60_000 });
    fc.assert(
      fc.property(deadlines, deadlines, fc.boolean(), (interval, timeout, heardFirst) => {
        const overrides = { heartbeatIntervalMs: interval, requestTimeoutMs: timeout };
        const machine = new Driver(overrides).goLive();
        machine.timer();
        const id = machine.state.lastPing;
        machine.pass(timeout);
        const answer = () => {
          machine.send({ type: 'frame', generation: 1 });
          machine.send({ type: 'pong', generation: 1, id });
        };
        if (heardFirst) answer();
        machine.send({ type: 'tick' });
        if (!heardFirst) answer();
        expect(machine.link).toMatchObject(
          heardFirst ? { phase: 'live', generation: 1, roundTripMs: timeout } : { phase: 'connecting', generation: 2 },
        );
      }),
    );
  });

  it('a silent server is left in the end, however often the network changes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 40 }), (gaps) => {
        const machine = new Driver().goLive({ heartbeatIntervalMs: 5_000, requestTimeoutMs: 5_000 });
        const since = machine.now;
        for (let n = 0; machine.link.phase === 'live'; n += 1) {
          const next = machine.now + (gaps[n % gaps.length] ?? 1);
          const due = machine.state.timerAt ?? Infinity;
          machine.now = Math.min(next, due);
          machine.send({ type: machine.now === due ? 'tick' : 'probe' });
        }
        expect(machine.now - since).toBeLessThanOrEqual(5_000 + 4 * 5_000);
      }),
    );
  });

  it('an attempt that nobody answers is left in the end, however often the network changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        (gaps, greets) => {
          const machine = new Driver();
          machine.signIn();
          if (greets) machine.welcome();
          const since = machine.now;
          for (let n = 0; machine.link.phase === 'connecting' && machine.link.server === 'primary'; n += 1) {
            const next = machine.now + (gaps[n % gaps.length] ?? 1);
            const due = machine.state.timerAt ?? Infinity;
            machine.now = Math.min(next, due);
            machine.send({ type: machine.now === due ? 'tick' : 'probe' });
          }
          expect(machine.now - since).toBeLessThanOrEqual(4 * 5_000);
        },
      ),
    );
  });

  it('a silent server is left within interval and timeout', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 60_000 }),
        fc.integer({ min: 1_000, max: 60_000 }),
        (interval, timeout) => {
          let state = initialState({ heartbeatIntervalMs: interval, requestTimeoutMs: timeout });
          let now = 0;
          const send = (event: ConnectionEvent) => (state = transition(state, event, now, 0).state);
          send({ type: 'signIn', hasBackup: true, patient: false });
          send({ type: 'welcome', generation: 1, role: 'active', electing: false });
          send({
            type: 'session',
            generation: 1,
            parameters: { heartbeatIntervalMs: 30_000, requestTimeoutMs: 30_000 },
          });
          send({ type: 'frame', generation: 1 });
          while (state.link.phase === 'live') {
            now = state.timerAt ?? Infinity;
            send({ type: 'tick' });
          }
          expect(now).toBeLessThanOrEqual(interval + timeout);
          expect(state.link).toMatchObject({ phase: 'connecting', server: 'backup' });
        },
      ),
    );
  });

  it('the backoff stays between zero and its ceiling', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 0.9999, noNaN: true }), (round, random) => {
        const wait = backoffMs(round, random);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(10_000, 500 * 2 ** Math.min(round, 20)));
      }),
    );
  });
});
