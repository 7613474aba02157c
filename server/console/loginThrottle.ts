/**
 * Wrong passwords slow down whoever sends them, for that user from that address only: nobody can lock somebody else out
 * (product §9). Times in milliseconds of a monotonic clock.
 */
interface Record {
  failures: number;
  /** When the next attempt may be checked. */
  nextAt: number;
  lastAt: number;
}

const free = 3;
const firstDelay = 250;
/** Below the time after which a console gives up an attempt: whoever remembers the password at last gets in, and is not told "unreachable". */
const longestDelay = 4_000;
const longestQueue = 20_000;
const forgottenAfter = 15 * 60_000;
const mostRecords = 20_000;

export class LoginThrottle {
  readonly #records = new Map<string, Record>();

  /**
   * How long this attempt must wait; null when too many wait already. It counts as a failure until it has succeeded: else a
   * thousand attempts at the same time would all be the first.
   */
  reserve(userId: string, address: string, now: number): number | null {
    const key = keyOf(userId, address);
    const known = this.#records.get(key);
    const record = known && now - known.lastAt <= forgottenAfter ? known : { failures: 0, nextAt: now, lastAt: now };
    const start = Math.max(now, record.nextAt);
    if (start - now > longestQueue) return null;
    record.failures += 1;
    record.nextAt = start + delayAfter(record.failures);
    record.lastAt = now;
    this.#records.delete(key);
    this.#records.set(key, record);
    if (this.#records.size > mostRecords) this.#forgetOldest();
    return start - now;
  }

  /** The delay runs from the answer, not from the question. */
  failed(userId: string, address: string, now: number): void {
    const record = this.#records.get(keyOf(userId, address));
    if (record) record.nextAt = Math.max(record.nextAt, now + delayAfter(record.failures));
  }

  succeeded(userId: string, address: string): void {
    this.#records.delete(keyOf(userId, address));
  }

  #forgetOldest(): void {
    for (const key of this.#records.keys()) {
      this.#records.delete(key);
      return;
    }
  }
}

function delayAfter(failures: number): number {
  return failures < free ? 0 : Math.min(longestDelay, firstDelay * 2 ** (failures - free));
}

function keyOf(userId: string, address: string): string {
  return `${address}\n${userId}`;
}
