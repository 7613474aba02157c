/** One after the other: work of the same key waits for the work before it; work of different keys does not. */
export class Turns<K> {
  readonly #last = new Map<K, Promise<unknown>>();

  /** Resolves or rejects as the work does; what failed before it makes no difference. */
  take<T>(key: K, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work, work);
    this.#last.set(key, turn);
    const forget = () => {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  }
}
