import { describe, expect, it } from 'vitest';
import { Driver, kinds } from './testing';

const pinged = (machine: Driver) => ({ type: 'ping', generation: machine.generation, id: machine.state.lastPing });

describe('the heartbeat', () => {
  it('asks after the interval of silence, and gives up after the timeout', () => {
    const machine = new Driver().goLive();
    const since = machine.now;
    expect(machine.timer()).toContainEqual(pinged(machine));
    expect(machine.now - since).toBe(30_000);
    expect(kinds(machine.timer())).toEqual(['terminate', 'connect backup']);
    expect(machine.now - since).toBe(40_000);
  });

  it('any frame proves life, an answer to the ping or not', () => {
    const machine = new Driver().goLive();
    machine.timer();
    machine.pass(9_000).frame();
    machine.timer();
    expect(machine.link.phase).toBe('live');
  });

  it('frames put the ping off; an early timer only arms the next', () => {
    const machine = new Driver().goLive();
    const since = machine.now;
    machine.pass(20_000).frame();
    machine.pass(10_000);
    expect(machine.send({ type: 'tick' })).toEqual([{ type: 'armTimer', at: since + 50_000 }]);
    expect(machine.timer()).toContainEqual(pinged(machine));
  });

  it('a stream of frames arms no timers', () => {
    const machine = new Driver().goLive();
    for (let n = 0; n < 50; n += 1) expect(machine.pass(100).frame()).toEqual([]);
  });

  it('measures the round trip only by the ping that was asked last', () => {
    const machine = new Driver().goLive();
    machine.send({ type: 'pong', generation: 1, id: 99 });
    expect(machine.link).toMatchObject({ roundTripMs: 0 });
    machine.timer();
    machine.pass(7);
    machine.frame();
    machine.send({ type: 'pong', generation: 1, id: machine.state.lastPing });
    expect(machine.link).toMatchObject({ roundTripMs: 7, ping: null });
  });

  it('follows the settings before the server, at once', () => {
    const machine = new Driver().goLive();
    const overrides = { heartbeatIntervalMs: 1_000, requestTimeoutMs: 1_000 };
    expect(machine.send({ type: 'overrides', overrides })).toEqual([{ type: 'armTimer', at: machine.now + 1_000 }]);
    const since = machine.now;
    machine.timer();
    machine.timer();
    expect(machine.link).toMatchObject({ phase: 'connecting', server: 'backup' });
    expect(machine.now - since).toBe(2_000);
  });

  it('follows what the service says anew while the session lives', () => {
    const machine = new Driver().goLive();
    const parameters = { heartbeatIntervalMs: 3_000, requestTimeoutMs: 2_000 };
    const { generation } = machine;
    expect(machine.send({ type: 'parameters', generation, parameters })).toEqual([
      { type: 'armTimer', at: machine.now + 3_000 },
    ]);
    expect(machine.send({ type: 'parameters', generation: generation - 1, parameters })).toEqual([]);
    expect(machine.state.parameters).toEqual(parameters);
  });

  it('is never faster than one second', () => {
    const machine = new Driver().goLive({ heartbeatIntervalMs: 1, requestTimeoutMs: 1 });
    const since = machine.now;
    machine.timer();
    expect(machine.now - since).toBe(1_000);
  });
});

describe('a suspended machine', () => {
  it('a tick far too late asks again instead of declaring the server dead', () => {
    const machine = new Driver().goLive();
    machine.timer();
    expect(machine.timer(3_600_000)).toContainEqual(pinged(machine));
    expect(machine.link.phase).toBe('live');
    expect(kinds(machine.timer())).toContain('connect backup');
  });

  it('a slightly late tick still counts', () => {
    const machine = new Driver().goLive();
    machine.timer();
    machine.timer(500);
    expect(machine.link.phase).toBe('connecting');
  });

  it('an attempt under way is begun anew at the same server, with all the time there is', () => {
    const machine = new Driver();
    machine.signIn();
    expect(machine.timer(60_000)).toEqual([
      { type: 'terminate', generation: 1 },
      { type: 'connect', generation: 2, server: 'primary' },
      { type: 'armTimer', at: machine.now + 5_000 },
    ]);
  });

  it('another network: what was under way in the old one is not waited for', () => {
    const machine = new Driver().goLive();
    machine.closed();
    machine.pass(1_000);
    expect(kinds(machine.send({ type: 'probe' }))).toEqual(['terminate', 'connect backup']);
    expect(machine.link).toMatchObject({ deadline: machine.now + 5_000 });
    // Also where the session has been asked for, and the answer may have got lost.
    machine.welcome();
    expect(kinds(machine.send({ type: 'probe' }))).toEqual(['terminate', 'connect backup']);
    expect(kinds(machine.welcome())).toEqual(['authenticate']);
  });

  it('an attempt is begun anew three times, not for ever, whoever asks for it', () => {
    const machine = new Driver();
    machine.signIn();
    expect(kinds(machine.timer(60_000))).toEqual(['terminate', 'connect primary']);
    for (let probes = 0; probes < 2; probes += 1)
      expect(kinds(machine.pass(2_000).send({ type: 'probe' }))).toEqual(['terminate', 'connect primary']);
    const last = machine.now;
    for (let probes = 0; probes < 2; probes += 1) expect(machine.pass(2_000).send({ type: 'probe' })).toEqual([]);
    expect(kinds(machine.timer(60_000))).toEqual(['terminate', 'connect backup']);
    expect(machine.now - last).toBe(65_000);
    expect(kinds(machine.pass(1).send({ type: 'probe' }))).toEqual(['terminate', 'connect backup']);
  });

  it('a password is said once, however often the network changes: its answer gets time instead', () => {
    const machine = new Driver();
    machine.signIn();
    machine.welcome();
    const since = machine.now;
    expect(machine.pass(1_000).send({ type: 'probe' })).toEqual([]);
    for (let late = 0; late < 3; late += 1)
      expect(machine.timer(60_000)).toEqual([{ type: 'armTimer', at: machine.now + 5_000 }]);
    expect(machine.generation).toBe(1);
    expect(kinds(machine.timer(60_000))).toEqual(['terminate', 'connect backup']);
    expect(machine.now - since).toBe(4 * 65_000);
  });

  it('a probe asks a live server, and ends a wait', () => {
    const machine = new Driver().goLive().pass(60_000);
    expect(machine.send({ type: 'probe' })).toContainEqual(pinged(machine));
    machine.closed();
    machine.closed();
    expect(machine.link.phase).toBe('waiting');
    expect(kinds(machine.send({ type: 'probe' }))).toEqual(['connect primary']);
  });

  it('probes put the deadline of an unanswered ping off three times, not for ever', () => {
    const machine = new Driver().goLive();
    machine.timer();
    const asked = machine.now;
    for (let probes = 0; probes < 7; probes += 1) machine.pass(2_000).send({ type: 'probe' });
    expect(machine.link).toMatchObject({ ping: { deadline: asked + 6_000 + 10_000 } });
    machine.timer();
    expect(machine.link).toMatchObject({ phase: 'connecting', server: 'backup' });
  });

  it('a sign of life lets probes put it off again', () => {
    const machine = new Driver().goLive();
    machine.timer();
    for (let probes = 0; probes < 5; probes += 1) machine.pass(1_000).send({ type: 'probe' });
    machine.frame();
    machine.pass(1_000).send({ type: 'probe' });
    expect(machine.link).toMatchObject({ ping: { deadline: machine.now + 10_000, putOff: 0 } });
  });

  it('nothing wakes a console that is signed out', () => {
    const machine = new Driver();
    expect(machine.send({ type: 'probe' })).toEqual([]);
    expect(machine.send({ type: 'tick' })).toEqual([]);
    expect(machine.send({ type: 'signOut' })).toEqual([]);
  });
});
