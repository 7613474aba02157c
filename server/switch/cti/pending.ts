/** Requests that wait for the switch's answer. Each is settled exactly once: by the answer, by time, or by the end of the link. */
import { fail, ok, type Result } from '../../../shared/result';
import type { SwitchError } from '../port';

type Answer = Result<undefined, SwitchError>;

export class PendingRequests {
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  /** `timedOut` is called when no answer came within `timeoutMs`. */
  open(timeoutMs: number, timedOut: () => void): { readonly id: number; readonly answer: Promise<Answer> } {
    const id = (this.#lastId += 1);
    const answer = new Promise<Answer>((resolve) => {
      const timer = setTimeout(timedOut, timeoutMs);
      this.#waiting.set(id, (value) => {
        clearTimeout(timer);
        resolve(value);
      });
    });
    return { id, answer };
  }

  settle(id: number, error: SwitchError | null): void {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    resolve?.(error ? fail(error) : ok(undefined));
  }

  /** The link is gone: nobody knows whether the switch has seen these. */
  abandon(): void {
    for (const id of [...this.#waiting.keys()]) this.settle(id, unanswered);
  }
}

const unanswered: SwitchError = { code: 'unanswered', message: 'the switch has not answered' };
export const unreachable: SwitchError = { code: 'unreachable', message: 'the switch cannot be reached' };
