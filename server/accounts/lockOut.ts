/**
 * What wrong passwords bring on whoever sends them, and on nobody else (docs/decisions/0008-lock-out.md).
 * Times are milliseconds of any monotonic clock. State is of this process.
 */
import { networkOf } from './network';
import { Recent } from './recent';

export interface Attempt {
  readonly userId: string;
  readonly address: string;
  /** What is stored of the device's token, where it is a known device of this user. */
  readonly device: string | null;
}

const minute = 60_000;
/** Wrong passwords in a row before the first lock, which lasts a minute; each further one doubles it. */
const free = 5;
const longestLock = 15 * minute;
/** A row of wrong passwords ends by itself after this long without one. */
const rowForgotten = 60 * minute;
/** Wrong passwords of one network over all users and unknown devices: a whole office may mistype in the morning, a list of names may not be tried. */
const networkBurst = 100;
const networkRefillMs = minute / 2;
/** Wrong passwords for one user from anywhere, before attempts from unknown devices are slowed. */
const userFree = 10;
const firstDelay = 250;
/** Below the time after which a console gives up an attempt. */
const longestDelay = 4_000;
const userForgetMs = 5 * minute;
const mostRecords = 20_000;

interface Row {
  readonly failures: number;
  readonly lockedUntil: number;
  readonly lastAt: number;
}

/** `level` drains by one each `everyMs`. */
interface Bucket {
  readonly level: number;
  readonly at: number;
}

export class LockOut {
  readonly #rows = new Recent<Row>(mostRecords);
  readonly #networks = new Recent<Bucket>(mostRecords);
  readonly #users = new Recent<Bucket>(mostRecords);

  /** Records in memory. */
  get size(): number {
    return this.#rows.size + this.#networks.size + this.#users.size;
  }

  /** How long this attempt is locked out from now, milliseconds; 0 when its password may be checked. */
  lockedFor(attempt: Attempt, now: number): number {
    const own = Math.max(0, (this.#rows.get(rowKey(attempt))?.lockedUntil ?? 0) - now);
    if (attempt.device !== null) return own;
    const level = drained(this.#networks.get(networkOf(attempt.address)), networkRefillMs, now);
    const network = level > networkBurst - 1 ? Math.ceil((level - networkBurst + 1) * networkRefillMs) : 0;
    return Math.max(own, network);
  }

  /** How long to wait before the check: guesses at one user from many places are slowed, never locked, and never for a known device. */
  delayFor(attempt: Attempt, now: number): number {
    if (attempt.device !== null) return 0;
    const level = drained(this.#users.get(attempt.userId), userForgetMs, now);
    return level < userFree ? 0 : Math.min(longestDelay, firstDelay * 2 ** Math.min(10, Math.floor(level - userFree)));
  }

  failed(attempt: Attempt, now: number): void {
    const key = rowKey(attempt);
    const known = this.#rows.get(key);
    const failures = (known && now - known.lastAt <= rowForgotten ? known.failures : 0) + 1;
    const lock = failures < free ? 0 : Math.min(longestLock, minute * 2 ** Math.min(10, failures - free));
    this.#rows.set(key, { failures, lockedUntil: now + lock, lastAt: now });
    // A known device speaks for itself: it neither feels what others do nor makes others feel it.
    if (attempt.device !== null) return;
    const network = networkOf(attempt.address);
    this.#networks.set(network, raised(this.#networks.get(network), networkRefillMs, networkBurst, now));
    this.#users.set(attempt.userId, raised(this.#users.get(attempt.userId), userForgetMs, userFree + 10, now));
  }

  /** Only the own row ends: else an attacker with one good account would wash the others off. */
  succeeded(attempt: Attempt): void {
    this.#rows.delete(rowKey(attempt));
  }
}

function rowKey({ userId, address, device }: Attempt): string {
  return device === null ? `network\n${networkOf(address)}\n${userId}` : `device\n${device}`;
}

function drained(bucket: Bucket | undefined, everyMs: number, now: number): number {
  return bucket ? Math.max(0, bucket.level - (now - bucket.at) / everyMs) : 0;
}

function raised(bucket: Bucket | undefined, everyMs: number, most: number, now: number): Bucket {
  return { level: Math.min(most, drained(bucket, everyMs, now) + 1), at: now };
}
