/** What of the link's life is worth a line in its history. */
import { describe, expect, it } from 'vitest';
import { entriesOf, noTrail } from './entries';
import { LinkEntry } from './linkEntry';
import type { ConnectionEffect, ConnectionEvent } from './events';
import { Driver } from './testing';

const wall = 5_000_000;

class Recorded extends Driver {
  entries: LinkEntry[] = [];
  #trail = noTrail;

  override send(event: ConnectionEvent): readonly ConnectionEffect[] {
    const before = this.state;
    const effects = super.send(event);
    const step = { before, event, after: this.state, now: this.now, at: this.now + wall };
    const { trail, entries } = entriesOf(this.#trail, step);
    this.#trail = trail;
    this.entries.push(...entries.map((entry) => LinkEntry.parse(entry)));
    return effects;
  }

  /** Without the times of day, and empty from then on. */
  taken(): unknown[] {
    const taken = this.entries.map((entry) => ({ ...entry, at: undefined }));
    this.entries = [];
    return taken;
  }
}

describe('the history of the link', () => {
  it('a first login: live, not away and no failover, and the first round trip', () => {
    const machine = new Recorded();
    machine.signIn();
    machine.pass(70).welcome();
    machine.session();
    machine.pass(12.34).pong();
    const at = machine.now + wall;
    expect(machine.entries).toEqual([
      { kind: 'live', at: Math.round(at - 12.34), server: 'primary', awayMs: null, failover: false },
      { kind: 'roundTrip', at: Math.round(at), server: 'primary', ms: 12.3 },
    ]);
  });

  it('an attempt that is begun anew has not failed: nothing is said against its server', () => {
    const machine = new Recorded();
    machine.signIn();
    machine.pass(3_000).send({ type: 'probe' });
    machine.timer(60_000);
    expect(machine.generation).toBe(3);
    expect(machine.taken()).toEqual([]);
    machine.timer();
    expect(machine.taken()).toEqual([{ kind: 'lost', server: 'primary', problem: 'unreachable', wasLive: false }]);
  });

  it('a failover: lost, what came of each attempt, live again with the time away', () => {
    const machine = new Recorded();
    machine.goLive().pass(60_000).taken();
    machine.closed();
    machine.pass(900).welcome('standby');
    machine.timer();
    machine.closed('certificateExpired');
    machine.timer();
    machine.pass(50).goLive();
    const away = 900 + 250 + 500 + 50;
    expect(machine.taken()).toEqual([
      { kind: 'lost', server: 'primary', problem: 'unreachable', wasLive: true },
      { kind: 'lost', server: 'backup', problem: 'standby', wasLive: false },
      { kind: 'lost', server: 'primary', problem: 'certificateExpired', wasLive: false },
      { kind: 'live', server: 'backup', awayMs: away, failover: true },
      { kind: 'roundTrip', server: 'backup', ms: 0 },
    ]);
  });

  it('a stream begun again on the same server is no failover', () => {
    const machine = new Recorded();
    machine.goLive().pass(60_000).taken();
    machine.send({ type: 'resync', generation: 1 });
    machine.pass(30).goLive();
    expect(machine.taken()).toEqual([
      { kind: 'lost', server: 'primary', problem: 'badFrame', wasLive: true },
      { kind: 'live', server: 'primary', awayMs: 30, failover: false },
      { kind: 'roundTrip', server: 'primary', ms: 0 },
    ]);
  });

  it('silence: missed, and lost with it; an attempt that nobody answers is only lost', () => {
    const machine = new Recorded();
    machine.goLive().taken();
    machine.timer();
    expect(machine.taken()).toEqual([]);
    machine.timer();
    machine.timer();
    expect(machine.taken()).toEqual([
      { kind: 'missed', server: 'primary' },
      { kind: 'lost', server: 'primary', problem: 'unreachable', wasLive: true },
      { kind: 'lost', server: 'backup', problem: 'unreachable', wasLive: false },
    ]);
  });

  it('who fell silent was away since the question that was not answered, not only since it was given up', () => {
    const machine = new Recorded();
    machine.goLive();
    machine.timer();
    machine.timer();
    machine.pass(40).goLive();
    const lost = {
      kind: 'lost',
      at: machine.now - 40 + wall,
      server: 'primary',
      problem: 'unreachable',
      wasLive: true,
    };
    expect(machine.entries.slice(-4)).toEqual([
      { kind: 'missed', at: lost.at - 10_000, server: 'primary' },
      lost,
      { kind: 'live', at: lost.at + 40, server: 'backup', awayMs: 10_040, failover: true },
      { kind: 'roundTrip', at: lost.at + 40, server: 'backup', ms: 0 },
    ]);
    machine.timer();
    machine.pass(700).closed();
    machine.pass(40).goLive();
    expect(machine.entries).toContainEqual(expect.objectContaining({ kind: 'live', server: 'primary', awayMs: 740 }));
  });

  it('a server that spoke after the question was there until its link broke', () => {
    const machine = new Recorded();
    machine.goLive();
    machine.timer();
    machine.pass(300).frame();
    machine.pass(5_000).closed();
    machine.pass(40).goLive();
    expect(machine.entries).toContainEqual(expect.objectContaining({ kind: 'live', server: 'backup', awayMs: 40 }));
  });

  it('a tick that comes far too late, a probe, a frame and a pong of no ping tell nothing', () => {
    const machine = new Recorded();
    machine.goLive();
    machine.taken();
    machine.frame();
    expect(machine.taken()).toEqual([]);
    machine.timer();
    machine.taken();
    machine.timer(60_000);
    machine.send({ type: 'probe' });
    machine.frame();
    machine.send({ type: 'pong', generation: 1, id: 0 });
    machine.send({ type: 'closed', generation: 0, problem: 'unreachable' });
    expect(machine.taken()).toEqual([]);
  });

  it('garbage before the greeting, and after it', () => {
    const machine = new Recorded();
    machine.signIn();
    machine.send({ type: 'resync', generation: 1 });
    machine.welcome();
    machine.send({ type: 'resync', generation: 2 });
    expect(machine.taken()).toEqual([
      { kind: 'lost', server: 'primary', problem: 'notAService', wasLive: false },
      { kind: 'lost', server: 'backup', problem: 'badFrame', wasLive: false },
      { kind: 'signedOut' },
    ]);
  });

  it('a refusal that ends the session: why, and signed out', () => {
    const machine = new Recorded();
    machine.goLive().taken();
    machine.refused('superseded');
    expect(machine.taken()).toEqual([
      { kind: 'lost', server: 'primary', problem: 'superseded', wasLive: true },
      { kind: 'signedOut' },
    ]);
  });

  it('log out is no loss, and the next login has nothing to do with the session before', () => {
    const machine = new Recorded();
    machine.goLive().pass(60_000);
    machine.closed();
    machine.goLive().taken();
    machine.send({ type: 'signOut' });
    machine.send({ type: 'signOut' });
    expect(machine.taken()).toEqual([{ kind: 'signedOut' }]);
    machine.goLive();
    expect(machine.taken()).toContainEqual({ kind: 'live', server: 'primary', awayMs: null, failover: false });
  });
});
