/** When to look for updates: soon after the start, then every few hours, never all consoles of a company at once. */
import type { Clock } from '../clock';

const minute = 60_000;
const hour = 60 * minute;

/** Not while the console starts; within the next minutes. */
const first = { least: minute, spread: 4 * minute };
const next = { least: 4 * hour, spread: 2 * hour };

export class Lookout {
  #cancel: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly look: () => void,
  ) {}

  get isOn(): boolean {
    return this.#cancel !== null;
  }

  begin(): void {
    if (!this.isOn) this.#wait(first);
  }

  /** Somebody has looked by hand: the next look is hours away again. */
  looked(): void {
    if (!this.isOn) return;
    this.end();
    this.#wait(next);
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #wait({ least, spread }: typeof first): void {
    this.#cancel = this.clock.after(least + this.random() * spread, () => {
      this.#wait(next);
      this.look();
    });
  }
}
