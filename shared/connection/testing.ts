/** A small driver for tests of the machine: keeps state and time, gives the effects of each step. */
import type { ConnectionEffect, ConnectionEvent } from './events';
import type { LinkProblem } from './problem';
import { generationInUse, initialState } from './state';
import type { ConnectionState } from './state';
import { dueAt } from './tick';
import type { Timing, TimingOverrides } from './timing';
import { transition } from './transition';

export const parameters: Timing = { heartbeatIntervalMs: 30_000, requestTimeoutMs: 10_000 };

export class Driver {
  state: ConnectionState;
  now = 1_000_000;
  random = 0.5;

  constructor(overrides?: TimingOverrides) {
    this.state = initialState(overrides);
  }

  get link(): ConnectionState['link'] {
    return this.state.link;
  }

  get generation(): number {
    return generationInUse(this.state) ?? -1;
  }

  send(event: ConnectionEvent): readonly ConnectionEffect[] {
    const step = transition(this.state, event, this.now, this.random);
    this.state = step.state;
    return step.effects;
  }

  signIn(hasBackup = true, patient = false): readonly ConnectionEffect[] {
    return this.send({ type: 'signIn', hasBackup, patient });
  }

  welcome(role: 'active' | 'standby' = 'active', electing = false): readonly ConnectionEffect[] {
    return this.send({ type: 'welcome', generation: this.generation, role, electing });
  }

  session(given: Timing = parameters): readonly ConnectionEffect[] {
    return this.send({ type: 'session', generation: this.generation, parameters: given });
  }

  closed(problem: LinkProblem = 'unreachable'): readonly ConnectionEffect[] {
    return this.send({ type: 'closed', generation: this.generation, problem });
  }

  refused(code: Extract<ConnectionEvent, { type: 'refused' }>['code']): readonly ConnectionEffect[] {
    return this.send({ type: 'refused', generation: this.generation, code });
  }

  frame(): readonly ConnectionEffect[] {
    return this.send({ type: 'frame', generation: this.generation });
  }

  /** The pong of the last ping, as a frame first. */
  pong(): readonly ConnectionEffect[] {
    return [...this.frame(), ...this.send({ type: 'pong', generation: this.generation, id: this.state.lastPing })];
  }

  goLive(given: Timing = parameters): this {
    if (this.link.phase === 'signedOut') this.signIn();
    this.welcome();
    this.session(given);
    this.pong();
    return this;
  }

  /** Lets time pass until something is due, and `lateBy` milliseconds more. Timers that come too early on the way do nothing. */
  timer(lateBy = 0): readonly ConnectionEffect[] {
    const due = dueAt(this.state);
    if (due === null) throw new Error('nothing is due');
    this.now = Math.max(this.now, due) + lateBy;
    return this.send({ type: 'tick' });
  }

  pass(ms: number): this {
    this.now += ms;
    return this;
  }
}

/** Names of the effects, for short expectations. Timers are left out: `anySequence.test.ts` checks them for every sequence. */
export function kinds(effects: readonly ConnectionEffect[]): string[] {
  return effects
    .filter(({ type }) => type !== 'armTimer' && type !== 'disarmTimer')
    .map((effect) => (effect.type === 'connect' ? `connect ${effect.server}` : effect.type));
}
