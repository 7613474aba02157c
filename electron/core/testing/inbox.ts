/** What arrives, for a test that waits for something in particular. */
export class Inbox<T> {
  readonly #items: T[] = [];
  readonly #waiting = new Set<() => void>();

  put(item: T): void {
    this.#items.push(item);
    for (const look of [...this.#waiting]) look();
  }

  /** The first item that fits, now or as soon as it is there. */
  take<S extends T>(fits: (item: T) => item is S): Promise<S>;
  take(fits: (item: T) => boolean): Promise<T>;
  take(fits: (item: T) => boolean): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const at = this.#items.findIndex(fits);
        if (at < 0) return;
        this.#waiting.delete(look);
        const [item] = this.#items.splice(at, 1) as [T];
        resolve(item);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
