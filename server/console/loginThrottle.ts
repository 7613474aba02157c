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
const longestDelay = 8_000;
const longestQueue = 20_000;
const forgottenAfter = 15 * 60_000;
const mostRecords = 20_000;

export class LoginThrottle {
  readonly #records = new Map<string, Record>();

  /** How long this attempt must wait; null when too many wait already. Attempts at the same time queue up behind each other. */
  reserve(userId: string, address: string, now: number): number | null {
    const record = this.#records.get(keyOf(userId, address));
    if (!record || now - record.lastAt > forgottenAfter) return 0;
    const start = Math.max(now, record.nextAt);
    if (start - now > longestQueue) return null;
    record.nextAt = start + delayAfter(record.failures);
    return start - now;
  }

  failed(userId: string, address: string, now: number): void {
    const key = keyOf(userId, address);
    const old = this.#records.get(key);
    const failures = old && now - old.lastAt <= forgottenAfter ? old.failures + 1 : 1;
    const nextAt = Math.max(old?.nextAt ?? 0, now + delayAfter(failures));
    this.#records.delete(key);
    this.#records.set(key, { failures, nextAt, lastAt: now });
    if (this.#records.size > mostRecords) this.#forgetOldest();
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
