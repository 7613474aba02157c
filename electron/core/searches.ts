/** Directory searches on their way: each is answered once, `unavailable` where no answer comes. */
import type { SearchOutcome } from '../../shared/bridge';
import type { ClientMessage } from '../../shared/protocol/messages';
import type { Clock } from './clock';

export interface SearchesEnvironment {
  readonly clock: Clock;
  send(message: ClientMessage): void;
}

export class Searches {
  readonly #pending = new Map<number, (outcome: SearchOutcome) => void>();
  #lastId = 0;

  constructor(private readonly environment: SearchesEnvironment) {}

  run(query: string, timeoutMs: number): Promise<SearchOutcome> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const cancel = this.environment.clock.after(timeoutMs, () => this.answered(id, { status: 'unavailable' }));
      this.#pending.set(id, (outcome) => {
        cancel();
        resolve(outcome);
      });
      this.environment.send({ type: 'search', id, query });
    });
  }

  answered(id: number, outcome: SearchOutcome): void {
    const settle = this.#pending.get(id);
    this.#pending.delete(id);
    settle?.(outcome);
  }

  lost(): void {
    for (const id of [...this.#pending.keys()]) this.answered(id, { status: 'unavailable' });
  }
}
