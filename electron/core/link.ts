/** Runs the effects of the connection machine: real sockets, a real timer, one pure machine in the middle. */
import { assertNever } from '../../shared/assertNever';
import type { LinkView } from '../../shared/bridge';
import type { ConnectionEffect, ConnectionEvent } from '../../shared/connection/events';
import type { Step } from '../../shared/connection/entries';
import { initialState } from '../../shared/connection/state';
import type { ConnectionState } from '../../shared/connection/state';
import { timingInForce } from '../../shared/connection/timing';
import type { Timing, TimingOverrides } from '../../shared/connection/timing';
import { transition } from '../../shared/connection/transition';
import { linkView } from '../../shared/connection/view';
import type { ClientMessage, ServiceName } from '../../shared/protocol/messages';
import type { Clock } from './clock';
import type { Log } from './log';
import type { OpenSocket, ServiceSocket, SocketTarget } from './socket';

/** The wall clock and the steady clock drift apart by more than this: somebody set the clock, or the machine slept. */
const clockJumpMs = 2_000;

export interface LinkEnvironment {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly openSocket: OpenSocket;
  targetOf(server: ServiceName): SocketTarget;
  authenticate(generation: number, how: 'login' | 'resume'): void;
  frame(generation: number, text: string | null): void;
  /** After every step, before its effects. */
  stepped(step: Pick<Step, 'before' | 'event' | 'after' | 'now'>): void;
  /** After every step that changed what the status bar may know. */
  changed(view: LinkView, state: ConnectionState): void;
}

export class Link {
  #state: ConnectionState;
  #shown: string;
  #current: { readonly generation: number; readonly socket: ServiceSocket } | null = null;
  /** Closed politely, and perhaps not gone yet. */
  #leaving: ServiceSocket | null = null;
  #cancelTimer: () => void = () => undefined;
  #wallOffset: number;

  constructor(
    private readonly environment: LinkEnvironment,
    overrides: TimingOverrides,
  ) {
    this.#state = initialState(overrides);
    this.#wallOffset = this.#measuredOffset();
    this.#shown = JSON.stringify(this.view);
  }

  get phase(): ConnectionState['link']['phase'] {
    return this.#state.link.phase;
  }

  /** The login or resume has been sent and not been answered. */
  get awaitsSession(): boolean {
    return this.#state.link.phase === 'connecting' && this.#state.link.asked;
  }

  get view(): LinkView {
    return linkView(this.#state, this.#wallOffset);
  }

  get timing(): Timing {
    return timingInForce(this.#state.parameters, this.#state.overrides);
  }

  dispatch(event: ConnectionEvent): void {
    const { clock, random } = this.environment;
    const before = this.#state;
    const now = clock.monotonic();
    const { state, effects } = transition(before, event, now, random());
    this.#state = state;
    this.environment.stepped({ before, event, after: state, now });
    for (const effect of effects) this.#run(effect);
    if (state.link.phase !== before.link.phase)
      this.environment.log.info({ phase: state.link.phase, on: event.type }, 'link');
    this.#show();
  }

  send(message: ClientMessage): void {
    this.#current?.socket.send(JSON.stringify(message));
  }

  /** Something may have happened to the network, or to the clocks. */
  probe(): void {
    this.#wallOffset = this.#measuredOffset();
    this.dispatch({ type: 'probe' });
  }

  /** For logout: what was just sent may still leave before the socket goes. */
  closePolitely(): void {
    if (this.#current === null) return;
    this.#leaving = this.#current.socket;
    this.#leaving.close();
    this.#current = null;
  }

  #run(effect: ConnectionEffect): void {
    switch (effect.type) {
      case 'connect': {
        this.#connect(effect.generation, effect.server);
        return;
      }
      case 'authenticate': {
        this.environment.authenticate(effect.generation, effect.how);
        return;
      }
      case 'ping': {
        this.send({ type: 'ping', id: effect.id });
        return;
      }
      case 'terminate':
        this.#current?.socket.terminate();
        this.#current = null;
        return;
      case 'armTimer':
        this.#cancelTimer();
        this.#cancelTimer = this.environment.clock.after(effect.at - this.environment.clock.monotonic(), () =>
          this.#tick(),
        );
        return;
      case 'disarmTimer':
        this.#cancelTimer();
        return;
      default:
        return assertNever(effect);
    }
  }

  #connect(generation: number, server: ServiceName): void {
    const { environment } = this;
    // Whoever did not let go by now is not waited for: one socket at a time.
    this.#leaving?.terminate();
    this.#leaving = null;
    const socket = environment.openSocket(environment.targetOf(server), {
      opened: () => this.dispatch({ type: 'opened', generation }),
      message: (text) => {
        if (this.#current?.generation !== generation) return;
        this.dispatch({ type: 'frame', generation });
        environment.frame(generation, text);
      },
      closed: (reason, problem) => {
        if (this.#current?.generation !== generation) return;
        this.#current = null;
        environment.log.info({ server, generation, reason, problem }, 'socket closed');
        this.dispatch({ type: 'closed', generation, problem });
      },
    });
    this.#current = { generation, socket };
  }

  #tick(): void {
    // Node runs timers before it reads sockets: an answer that is already here must be seen before silence is judged.
    this.#cancelTimer = this.environment.clock.soon(() => {
      const jumped = Math.abs(this.#measuredOffset() - this.#wallOffset) > clockJumpMs;
      if (jumped) this.probe();
      else this.#wallOffset = this.#measuredOffset();
      this.dispatch({ type: 'tick' });
    });
  }

  #show(): void {
    const view = this.view;
    const text = JSON.stringify(view);
    if (text === this.#shown) return;
    this.#shown = text;
    this.environment.changed(view, this.#state);
  }

  #measuredOffset(): number {
    return this.environment.clock.wall() - this.environment.clock.monotonic();
  }
}
