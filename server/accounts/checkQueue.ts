/**
 * Password checks cost memory and time by design: only a few run at once, so that a flood of logins cannot starve calls. Known devices go
 * first; among the others each network gets its turn, so that a flood from one does not keep the rest waiting.
 */
export interface Place {
  /** Known devices: before everybody else. */
  readonly first: boolean;
  readonly lane: string;
}

type Start = () => void;

export class CheckQueue {
  readonly #atOnce: number;
  readonly #most: number;
  readonly #first: Start[] = [];
  /** In the order in which their turn comes. */
  readonly #lanes = new Map<string, Start[]>();
  #running = 0;
  #waiting = 0;

  constructor(atOnce: number, most: number) {
    this.#atOnce = atOnce;
    this.#most = most;
  }

  /** Null when too many are waiting already; the longest lane is the one that is refused. */
  async run<T>({ first, lane }: Place, work: () => Promise<T>): Promise<T | null> {
    if (this.#running >= this.#atOnce) {
      if (!first && this.#waiting >= this.#most && !this.#isShort(lane)) return null;
      await new Promise<void>((resolve) => this.#wait(first, lane, resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #wait(first: boolean, lane: string, start: Start): void {
    this.#waiting += 1;
    if (first) this.#first.push(start);
    else {
      const queue = this.#lanes.get(lane) ?? [];
      queue.push(start);
      this.#lanes.set(lane, queue);
    }
  }

  /** A lane with less than its share may still join when the queue is full; the whole stays below twice the limit. */
  #isShort(lane: string): boolean {
    const share = this.#most / (this.#lanes.size + 1);
    return (this.#lanes.get(lane)?.length ?? 0) + 1 < share && this.#waiting < 2 * this.#most;
  }

  /** The slot goes straight to whoever is next. */
  #next(): void {
    const start = this.#first.shift() ?? this.#fromLanes();
    if (!start) {
      this.#running -= 1;
      return;
    }
    this.#waiting -= 1;
    start();
  }

  #fromLanes(): Start | undefined {
    for (const [lane, queue] of this.#lanes) {
      const start = queue.shift();
      this.#lanes.delete(lane);
      if (queue.length > 0) this.#lanes.set(lane, queue);
      if (start) return start;
    }
    return undefined;
  }
}
