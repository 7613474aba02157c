/** Small steps that the larger stories do not show: bounds, and what must change nothing. */
import { describe, expect, it } from 'vitest';
import type { ConnectionEvent } from './events';
import { initialState } from './state';
import { Driver, kinds, parameters } from './testing';
import { defaultTiming } from './timing';

const other = { heartbeatIntervalMs: 9_000, requestTimeoutMs: 9_000 };

it('begins signed out, with the clocks of nobody', () => {
  expect(initialState()).toEqual({
    link: { phase: 'signedOut', failure: null },
    servers: ['primary'],
    parameters: defaultTiming,
    overrides: { heartbeatIntervalMs: null, requestTimeoutMs: null },
    resumable: false,
    patient: false,
    askedAgain: false,
    problems: {},
    failures: 0,
    slow: 0,
    lastGeneration: 0,
    lastPing: 0,
    timerAt: null,
  });
});

describe('what changes nothing', () => {
  const early: readonly ConnectionEvent[] = [
    { type: 'frame', generation: 1 },
    { type: 'pong', generation: 1, id: 0 },
    { type: 'parameters', generation: 1, parameters: other },
    { type: 'session', generation: 1, parameters: other },
  ];
  it.each(early)('$type before the greeting', (event) => {
    const machine = new Driver();
    machine.signIn();
    const before = machine.state;
    expect(machine.send(event)).toEqual([]);
    expect(machine.state).toEqual(before);
  });

  it('a second greeting, of whatever role, before the session and after it', () => {
    const machine = new Driver();
    machine.signIn();
    machine.welcome();
    expect(machine.welcome('standby')).toEqual([]);
    machine.session();
    const before = machine.state;
    expect(machine.welcome('standby', true)).toEqual([]);
    expect(machine.welcome()).toEqual([]);
    expect(machine.session(other)).toEqual([]);
    expect(machine.state).toBe(before);
  });

  it('a frame when nothing was asked but the time it was heard', () => {
    const machine = new Driver().goLive();
    const { link } = machine;
    machine.pass(10).frame();
    expect(machine.link).toEqual({ ...link, lastHeard: machine.now });
  });
});

describe('bounds', () => {
  it.each([
    [999, 'waiting'],
    [1_000, 'connecting'],
  ] as const)('a session of %d ms that is lost: then %s', (lasted, phase) => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    machine.goLive();
    machine.pass(lasted).closed();
    expect(machine.link.phase).toBe(phase);
  });

  it('attempts that take long are failures like others: the waits grow', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.random = 0.999;
    machine.closed();
    const waits: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      machine.timer();
      expect(machine.state.problems).toHaveProperty(n % 2 === 0 ? 'backup' : 'primary', 'unreachable');
      if (machine.link.phase === 'waiting') waits.push(machine.link.retryAt - machine.now);
      machine.timer();
    }
    expect(waits).toEqual([500, 999, 1998]);
  });

  it.each([
    [2_000, 'connecting'],
    [2_001, 'live'],
  ] as const)('an answer that is %d ms overdue when the timer comes: %s', (late, phase) => {
    const machine = new Driver().goLive();
    machine.timer();
    machine.timer(late);
    expect(machine.link.phase).toBe(phase);
    expect(machine.state.problems).toEqual(phase === 'live' ? {} : { primary: 'unreachable' });
  });
});

describe('what is remembered', () => {
  it('a broken stream, as the problem of that server', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.send({ type: 'resync', generation: 1 });
    expect(machine.state.problems).toEqual({ primary: 'badFrame' });
  });

  it('an electing standby, as standby', () => {
    const machine = new Driver();
    machine.signIn(true, true);
    machine.welcome('standby', true);
    machine.welcome('standby', true);
    expect(machine.state.problems).toEqual({ primary: 'standby', backup: 'standby' });
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'backup', problem: 'standby' });
  });

  it('nothing of it once signed out: the next login begins afresh', () => {
    const machine = new Driver();
    machine.signIn();
    machine.closed();
    machine.welcome('standby', true);
    expect(machine.state.askedAgain).toBe(true);
    machine.send({ type: 'signOut' });
    expect(machine.state).toMatchObject({ askedAgain: false, problems: {}, failures: 0, resumable: false });
    machine.signIn();
    expect(kinds(machine.closed())).toEqual(['terminate', 'connect backup']);
  });

  it('nothing once live', () => {
    const machine = new Driver();
    machine.signIn();
    machine.closed();
    machine.welcome('standby', true);
    machine.timer();
    machine.goLive(parameters);
    expect(machine.state).toMatchObject({ askedAgain: false, problems: {}, resumable: true });
  });
});
