/** Token buckets: so many at once, so many a second after that. */

export class TokenBucket {
  readonly #capacity: number;
  readonly #perSecond: number;
  #tokens: number;
  #at: number;

  /** `now` in milliseconds of any monotonic clock. */
  constructor(capacity: number, perSecond: number, now: number) {
    this.#capacity = capacity;
    this.#perSecond = perSecond;
    this.#tokens = capacity;
    this.#at = now;
  }

  /** False when there is none left. */
  take(now: number): boolean {
    this.#refill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  isFull(now: number): boolean {
    this.#refill(now);
    return this.#tokens >= this.#capacity;
  }

  #refill(now: number): void {
    this.#tokens = Math.min(this.#capacity, this.#tokens + ((now - this.#at) / 1_000) * this.#perSecond);
    this.#at = now;
  }
}

/** Frames of one console: a person's hands and a heartbeat are far below. */
export const framesPerConnection = { burst: 200, perSecond: 50 } as const;

/** New connections of one address: all 3,500 consoles of a pool may come back at once through one gateway. */
const connectionsPerAddress = { burst: 5_000, perSecond: 500 } as const;

export class AddressLimits {
  readonly #buckets = new Map<string, TokenBucket>();

  mayConnect(address: string, now: number): boolean {
    if (this.#buckets.size > 10_000) this.#forget(now);
    const { burst, perSecond } = connectionsPerAddress;
    const bucket = this.#buckets.get(address) ?? new TokenBucket(burst, perSecond, now);
    this.#buckets.set(address, bucket);
    return bucket.take(now);
  }

  #forget(now: number): void {
    for (const [address, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(address);
  }
}
