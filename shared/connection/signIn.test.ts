import { describe, expect, it } from 'vitest';
import { Driver, kinds } from './testing';

describe('signing in', () => {
  it('begins with the primary, under one deadline', () => {
    const machine = new Driver();
    expect(machine.signIn()).toEqual([
      { type: 'connect', generation: 1, server: 'primary' },
      { type: 'armTimer', at: machine.now + 5_000 },
    ]);
    expect(machine.link).toMatchObject({ phase: 'connecting', server: 'primary' });
  });

  it('takes a shorter request timeout as the deadline', () => {
    const machine = new Driver({ heartbeatIntervalMs: null, requestTimeoutMs: 1_000 });
    expect(machine.signIn()).toContainEqual({ type: 'armTimer', at: machine.now + 1_000 });
  });

  it('opening the socket does not extend the deadline', () => {
    const machine = new Driver();
    machine.signIn();
    machine.pass(4_000).send({ type: 'opened', generation: 1 });
    machine.frame();
    expect(machine.welcome()).toEqual([{ type: 'authenticate', generation: 1, how: 'login' }]);
    expect(kinds(machine.timer())).toEqual(['terminate', 'connect backup']);
    expect(machine.now).toBe(1_005_000);
  });

  it('greets an active server with the login, once', () => {
    const machine = new Driver();
    machine.signIn();
    expect(machine.welcome()).toEqual([{ type: 'authenticate', generation: 1, how: 'login' }]);
    expect(machine.welcome()).toEqual([]);
    expect(machine.welcome('standby')).toEqual([]);
  });

  it('is live with the session, and measures the round trip at once', () => {
    const machine = new Driver();
    machine.signIn();
    machine.welcome();
    expect(machine.session()).toContainEqual({ type: 'ping', generation: 1, id: 1 });
    machine.pass(12);
    machine.pong();
    expect(machine.link).toMatchObject({ phase: 'live', server: 'primary', since: 1_000_000, roundTripMs: 12 });
  });

  it('a session nobody asked for is ignored', () => {
    const machine = new Driver();
    machine.signIn();
    expect(machine.session()).toEqual([]);
    expect(machine.link.phase).toBe('connecting');
  });

  it('is ignored while signed in', () => {
    const machine = new Driver().goLive();
    expect(machine.signIn()).toEqual([]);
    expect(machine.link.phase).toBe('live');
  });

  it('tries the backup at once, then stops: nobody can be reached', () => {
    const machine = new Driver();
    machine.signIn();
    expect(kinds(machine.closed())).toEqual(['terminate', 'connect backup']);
    expect(kinds(machine.closed())).toEqual(['terminate']);
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'unreachable' });
    expect(machine.state.timerAt).toBeNull();
  });

  it('stops after one attempt where there is no backup', () => {
    const machine = new Driver();
    machine.signIn(false);
    machine.closed();
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'unreachable' });
  });

  it('keeps on while one of them says that it is standby: it may take over', () => {
    const machine = new Driver();
    machine.signIn();
    machine.closed();
    expect(kinds(machine.welcome('standby'))).toEqual(['terminate']);
    expect(machine.link).toEqual({
      phase: 'waiting',
      server: 'primary',
      retryAt: machine.now + 250,
      problem: 'unreachable',
    });
    for (let round = 0; round < 10; round += 1) {
      expect(kinds(machine.timer())).toEqual(['connect primary']);
      machine.closed();
      machine.timer();
      machine.welcome('standby');
    }
    expect(machine.link.phase).toBe('waiting');
  });

  it.each([
    ['certificateUntrusted', 'unreachable', 'certificateUntrusted'],
    ['unreachable', 'certificateWrongHost', 'certificateWrongHost'],
    ['unreachable', 'notAService', 'notAService'],
    ['notAService', 'plainNotAllowed', 'plainNotAllowed'],
    ['certificateExpired', 'notEncrypted', 'notEncrypted'],
  ] as const)('primary %s, backup %s: tells %s', (primary, backup, told) => {
    const machine = new Driver();
    machine.signIn();
    expect(kinds(machine.closed(primary))).toEqual(['terminate', 'connect backup']);
    expect(kinds(machine.closed(backup))).toEqual(['terminate']);
    expect(machine.link).toEqual({ phase: 'signedOut', failure: told });
  });

  it('stops where one is standby and the other has a certificate that nobody trusts: waiting does not help', () => {
    const machine = new Driver();
    machine.signIn();
    machine.closed('certificateUntrusted');
    expect(kinds(machine.welcome('standby'))).toEqual(['terminate']);
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'certificateUntrusted' });
  });

  it('what a server said before a session does not count after it', () => {
    const machine = new Driver();
    machine.signIn();
    machine.closed();
    machine.welcome('standby');
    machine.timer();
    machine.goLive();
    expect(machine.link).toMatchObject({ phase: 'live', server: 'primary' });
    expect(machine.state.problems).toEqual({});
  });

  it.each([
    'wrongPassword',
    'unknownUser',
    'notAssistant',
    'lockedOut',
    'wrongPool',
    'tokenInvalid',
    'superseded',
    'tooManyRequests',
  ] as const)('%s stops and asks', (code) => {
    const machine = new Driver();
    machine.signIn();
    machine.welcome();
    expect(kinds(machine.refused(code))).toEqual(['terminate']);
    expect(machine.link).toEqual({ phase: 'signedOut', failure: code });
  });

  it('another version sends it to the other server, which may have been updated later', () => {
    const machine = new Driver();
    machine.signIn();
    expect(kinds(machine.refused('wrongVersion'))).toEqual(['terminate', 'connect backup']);
    machine.closed();
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'wrongVersion' });
  });

  it('a patient login stops too once every server is of another version', () => {
    const machine = new Driver();
    machine.signIn(true, true);
    machine.refused('wrongVersion');
    machine.refused('wrongVersion');
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'wrongVersion' });
  });

  it('a login gets five seconds once the service has greeted, however short the request timeout', () => {
    const machine = new Driver({ heartbeatIntervalMs: 1_000, requestTimeoutMs: 1_000 });
    machine.signIn();
    const since = machine.now;
    machine.pass(900).welcome();
    expect(machine.link).toMatchObject({ asked: true, deadline: since + 5_000 });
    machine.goLive().pass(60_000).closed();
    const resumedAt = machine.now;
    machine.welcome();
    expect(machine.link).toMatchObject({ asked: true, deadline: resumedAt + 1_000 });
  });

  it('a login never gets less than the request timeout gives', () => {
    const machine = new Driver();
    machine.signIn();
    machine.timer(60_000);
    const { now } = machine;
    machine.welcome();
    expect(machine.link).toMatchObject({ deadline: now + 5_000 });
  });

  it('any other refusal sends it to the other server, and is told when that one fails too', () => {
    const machine = new Driver();
    machine.signIn();
    machine.welcome();
    expect(kinds(machine.refused('internal'))).toEqual(['terminate', 'connect backup']);
    machine.welcome();
    machine.refused('internal');
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'internal' });
  });

  it('can be cancelled, and begun again', () => {
    const machine = new Driver();
    machine.signIn();
    expect(kinds(machine.send({ type: 'signOut' }))).toEqual(['terminate']);
    expect(machine.link).toEqual({ phase: 'signedOut', failure: null });
    expect(machine.signIn()).toContainEqual({ type: 'connect', generation: 2, server: 'primary' });
  });
});

describe('signing in by itself', () => {
  it('goes on for as long as nobody can be reached, and is live in the end', () => {
    const machine = new Driver();
    machine.signIn(true, true);
    for (let n = 0; n < 20; n += 1) {
      machine.closed();
      expect(machine.link.phase).not.toBe('signedOut');
      if (machine.link.phase === 'waiting') machine.timer();
    }
    machine.welcome();
    machine.session();
    expect(machine.link.phase).toBe('live');
  });

  it('a refused password stops it; the next login is not patient', () => {
    const machine = new Driver();
    machine.signIn(true, true);
    machine.welcome();
    machine.refused('wrongPassword');
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'wrongPassword' });
    machine.signIn(false);
    machine.closed();
    expect(machine.link).toEqual({ phase: 'signedOut', failure: 'unreachable' });
  });

  it('can be cancelled, and is not patient after that', () => {
    const machine = new Driver();
    machine.signIn(false, true);
    machine.send({ type: 'signOut' });
    expect(machine.link).toEqual({ phase: 'signedOut', failure: null });
    expect(machine.state.patient).toBe(false);
  });
});
