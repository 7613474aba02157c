/** Who may drive the switch: the service with the newest lease epoch (product §9, active/standby). Older ones are fenced off. */
import type { PhoneId } from '../../../shared/ids';
import { ok } from '../../../shared/result';
import type { SwitchCommand } from '../port';
import { refuse, type Outcome } from '../sim/refusal';
import type { SimSwitch } from '../sim/switch';

/** One connected service. */
export interface Controller {
  readonly pool: number;
}

export class Control {
  readonly #sim: SimSwitch;
  /** The newest epoch of each pool. */
  readonly #highest = new Map<number, number>();
  readonly #connected = new Set<Controller>();
  /** Phones whose status a service has set, and of which pool it was. */
  readonly #served = new Map<PhoneId, number>();

  constructor(sim: SimSwitch) {
    this.#sim = sim;
  }

  /** A service has connected; it may not be the active one yet. */
  join(controller: Controller): void {
    this.#connected.add(controller);
    this.#update();
  }

  take(pool: number, epoch: number): Outcome {
    if (epoch < (this.#highest.get(pool) ?? 0)) return refuse('fenced', 'a newer service has taken control');
    this.#highest.set(pool, epoch);
    return ok(undefined);
  }

  run(pool: number, epoch: number, command: SwitchCommand): Outcome {
    if (epoch < (this.#highest.get(pool) ?? 0)) return refuse('fenced', 'a newer service has taken control');
    const outcome = this.#sim.execute(command);
    if (outcome.ok && command.type === 'setPhoneStatus') this.#served.set(command.phoneId, pool);
    return outcome;
  }

  /** With the last service of a pool, the feature keys of that pool's phones die; its standby would keep them alive. */
  leave(controller: Controller): void {
    this.#connected.delete(controller);
    this.#update();
    const { pool } = controller;
    if ([...this.#connected].some((other) => other.pool === pool)) return;
    for (const [phoneId, servedBy] of this.#served) {
      if (servedBy !== pool) continue;
      this.#served.delete(phoneId);
      this.#sim.execute({ type: 'setPhoneStatus', phoneId, status: null });
    }
  }

  /**
   * Calls wait for a decision while any service is connected: when the active one has just died, the standby takes control in
   * a moment and decides. A wait that nobody ends, the route point's own time-out does.
   */
  #update(): void {
    this.#sim.setServed(this.#connected.size > 0);
  }
}
