/** Who may drive the switch: the service with the newest lease epoch (product §9, active/standby). Older ones are fenced off. */
import { ok } from '../../../shared/result';
import type { SwitchCommand } from '../port';
import { refuse, type Outcome } from '../sim/refusal';
import type { SimSwitch } from '../sim/switch';

/** One connected service. */
export interface Controller {
  readonly key: symbol;
}

export class Control {
  readonly #sim: SimSwitch;
  #highest = 0;
  readonly #epochs = new Map<Controller, number>();

  constructor(sim: SimSwitch) {
    this.#sim = sim;
  }

  take(controller: Controller, epoch: number): Outcome {
    if (epoch < this.#highest) return refuse('fenced', 'a newer service has taken control');
    this.#highest = epoch;
    this.#epochs.set(controller, epoch);
    this.#update();
    return ok(undefined);
  }

  run(epoch: number, command: SwitchCommand): Outcome {
    if (epoch < this.#highest) return refuse('fenced', 'a newer service has taken control');
    return this.#sim.execute(command);
  }

  leave(controller: Controller): void {
    this.#epochs.delete(controller);
    this.#update();
  }

  /** Calls wait for a service's decision only while the newest one is connected. */
  #update(): void {
    this.#sim.setServed([...this.#epochs.values()].includes(this.#highest));
  }
}
