import { describe, expect, it } from 'vitest';
import { Driver, kinds } from './testing';

describe('a live link is lost', () => {
  it('on a reset: the other server at once, with the token', () => {
    const machine = new Driver().goLive().pass(60_000);
    expect(kinds(machine.closed())).toEqual(['terminate', 'connect backup']);
    expect(machine.welcome()).toEqual([{ type: 'authenticate', generation: 2, how: 'resume' }]);
    machine.session();
    expect(machine.link).toMatchObject({ phase: 'live', server: 'backup' });
  });

  it('then back and forth with a growing backoff, for ever', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.random = 0.999;
    machine.closed();
    const waits: number[] = [];
    const servers: string[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      machine.closed();
      if (machine.link.phase !== 'waiting') throw new Error('expected to wait');
      waits.push(machine.link.retryAt - machine.now);
      servers.push(machine.link.server);
      expect(machine.link.problem).toBe('unreachable');
      machine.timer();
    }
    expect(waits).toEqual([500, 999, 1998, 3996, 7992, 9990, 9990, 9990, 9990, 9990, 9990, 9990]);
    expect(servers.slice(0, 4)).toEqual(['primary', 'backup', 'primary', 'backup']);
  });

  it('retries the one server with backoff where there is no backup', () => {
    const machine = new Driver();
    machine.signIn(false);
    machine.goLive().pass(60_000);
    expect(kinds(machine.closed())).toEqual(['terminate']);
    expect(kinds(machine.timer())).toEqual(['connect primary']);
  });

  it('a server that is there and far away gets more time in the next attempts, one that says nothing does not', () => {
    const machine = new Driver().goLive({ heartbeatIntervalMs: 30_000, requestTimeoutMs: 30_000 }).pass(60_000);
    machine.closed();
    const limits: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { link } = machine;
      if (link.phase !== 'connecting') throw new Error('expected an attempt');
      limits.push(link.deadline - link.since);
      // The backup is silent all the time.
      if (link.server === 'primary') machine.pass(4_000).send({ type: 'opened', generation: machine.generation });
      machine.timer();
      if (machine.link.phase === 'waiting') machine.timer();
    }
    expect(limits).toEqual([5_000, 5_000, 10_000, 10_000, 20_000]);
    machine.pass(19_000).goLive();
    machine.pass(60_000).closed();
    expect(machine.link).toMatchObject({ deadline: machine.now + 5_000 });
  });

  it('no attempt gets more than the request timeout', () => {
    const machine = new Driver({ heartbeatIntervalMs: 1_000, requestTimeoutMs: 7_000 }).goLive().pass(60_000);
    machine.closed();
    for (const limit of [5_000, 7_000]) {
      expect(machine.link).toMatchObject({ phase: 'connecting', deadline: machine.now + limit });
      machine.send({ type: 'opened', generation: machine.generation });
      machine.timer();
      if (machine.link.phase === 'waiting') machine.timer();
    }
  });

  it('does not go back to the primary while the backup works', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    machine.goLive();
    for (let beat = 0; beat < 20; beat += 1) {
      machine.timer();
      machine.pong();
    }
    expect(machine.link).toMatchObject({ phase: 'live', server: 'backup' });
  });

  it('a standby sends it on; after a full round it waits', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    expect(kinds(machine.welcome('standby'))).toEqual(['terminate']);
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'primary', problem: 'unreachable' });
    expect(machine.state.problems).toEqual({ primary: 'unreachable', backup: 'standby' });
  });

  it('a standby that is electing is asked once more, soon, before the one that was just lost', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.random = 0.999;
    machine.closed();
    expect(kinds(machine.welcome('standby', true))).toEqual(['terminate']);
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'backup', retryAt: machine.now + 500 });
    expect(kinds(machine.timer())).toEqual(['connect backup']);
    machine.welcome('standby', true);
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'primary', problem: 'unreachable' });
    machine.timer();
    machine.closed();
    machine.timer();
    machine.welcome('standby', true);
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'backup' });
  });

  it('a standby that was asked again and serves at last is live; the next time it is asked again anew', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    machine.welcome('standby', true);
    machine.timer();
    machine.goLive().pass(60_000);
    expect(machine.link).toMatchObject({ phase: 'live', server: 'backup' });
    machine.closed();
    machine.welcome('standby', true);
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'primary' });
  });

  it('an electing standby that is the first one asked sends on at once: the other has not been asked yet', () => {
    const machine = new Driver();
    machine.signIn();
    expect(kinds(machine.welcome('standby', true))).toEqual(['terminate', 'connect backup']);
  });

  it('one server of another version ends no session; both do', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    machine.refused('wrongVersion');
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'primary', problem: 'wrongVersion' });
    machine.timer();
    machine.closed();
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'backup', problem: 'wrongVersion' });
    machine.timer();
    machine.refused('wrongVersion');
    machine.timer();
    machine.refused('wrongVersion');
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'wrongVersion' });
  });

  it('a server that accepts and drops at once is not hammered', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    machine.goLive().pass(10);
    machine.closed();
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'primary' });
  });

  it.each(['superseded', 'lockedOut', 'notAssistant', 'tokenInvalid'] as const)('%s ends the session', (code) => {
    const machine = new Driver().goLive();
    machine.refused(code);
    expect(machine.link).toEqual({ phase: 'signedOut', failure: code });
    expect(machine.state.resumable).toBe(false);
  });

  it.each(['standby', 'notLoggedIn'] as const)('%s sends it to the other server', (code) => {
    const machine = new Driver().goLive().pass(60_000);
    expect(kinds(machine.refused(code))).toEqual(['terminate', 'connect backup']);
  });

  it.each(['badFrame', 'tooManyRequests', 'internal'] as const)('%s is about one frame only', (code) => {
    const machine = new Driver().goLive();
    expect(machine.refused(code)).toEqual([]);
    expect(machine.link.phase).toBe('live');
  });

  it('too many requests at a resume: later, the session stands', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    machine.welcome();
    machine.refused('tooManyRequests');
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'primary', problem: 'tooManyRequests' });
  });

  it('a refused resume falls back to the login screen', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    machine.welcome();
    machine.refused('tokenInvalid');
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'tokenInvalid' });
    machine.signIn();
    expect(machine.welcome()).toEqual([{ type: 'authenticate', generation: 3, how: 'login' }]);
  });

  it('late events of an old socket are ignored', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    const before = machine.state;
    for (const type of ['frame', 'opened', 'resync'] as const) machine.send({ type, generation: 1 });
    machine.send({ type: 'closed', generation: 1, problem: 'unreachable' });
    machine.send({ type: 'refused', generation: 1, code: 'superseded' });
    machine.send({ type: 'welcome', generation: 1, role: 'active', electing: false });
    machine.send({ type: 'pong', generation: 1, id: 1 });
    expect(machine.state).toBe(before);
  });

  it('a certificate that is not trusted ends no session: both are tried for ever, and it is told', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.closed();
    for (let round = 0; round < 10; round += 1) {
      machine.closed('certificateExpired');
      expect(machine.link).toMatchObject({ phase: 'waiting', server: 'primary', problem: 'certificateExpired' });
      machine.timer();
      machine.closed();
      expect(machine.link).toMatchObject({ phase: 'waiting', server: 'backup', problem: 'certificateExpired' });
      machine.timer();
    }
    machine.goLive();
    expect(machine.link).toMatchObject({ phase: 'live', server: 'backup' });
  });

  it('log out ends it and disarms the timer', () => {
    const machine = new Driver().goLive();
    expect(machine.send({ type: 'signOut' })).toEqual([{ type: 'terminate', generation: 1 }, { type: 'disarmTimer' }]);
  });
});

describe('a stream that can not be trusted', () => {
  it('is begun again on the same server at once', () => {
    const machine = new Driver().goLive().pass(60_000);
    expect(kinds(machine.send({ type: 'resync', generation: 1 }))).toEqual(['terminate', 'connect primary']);
  });

  it('a second time in a row it is a failure like another', () => {
    const machine = new Driver().goLive().pass(60_000);
    machine.send({ type: 'resync', generation: 1 });
    machine.goLive().pass(10);
    machine.send({ type: 'resync', generation: 2 });
    expect(machine.link).toMatchObject({ phase: 'waiting', server: 'backup', problem: 'badFrame' });
  });

  it.each([false, true])('garbage before there is a session: not one of our services (greeted: %s)', (greeted) => {
    const machine = new Driver();
    machine.signIn();
    if (greeted) machine.welcome();
    expect(kinds(machine.send({ type: 'resync', generation: 1 }))).toEqual(['terminate', 'connect backup']);
    expect(machine.state.problems).toEqual({ primary: greeted ? 'badFrame' : 'notAService' });
  });
});
