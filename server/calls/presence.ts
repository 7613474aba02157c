/** Which assistants are online. A dropped link is forgiven for a grace time: a failover must not route calls past an assistant. */
import type { UserId } from '../../shared/ids';

export interface PresenceOptions {
  readonly graceMs: number;
  /** Called after the set has changed. */
  readonly onChange: (userId: UserId, online: boolean) => void;
}

export class Presence {
  readonly #online = new Set<UserId>();
  readonly #leaving = new Map<UserId, NodeJS.Timeout>();
  readonly #options: PresenceOptions;

  /** `online`: who was online when this service took over; each has the grace time to come back. */
  constructor(options: PresenceOptions, online: readonly UserId[]) {
    this.#options = options;
    for (const userId of online) {
      this.#online.add(userId);
      this.lost(userId);
    }
  }

  get online(): ReadonlySet<UserId> {
    return this.#online;
  }

  arrived(userId: UserId): void {
    this.#stay(userId);
    if (this.#online.has(userId)) return;
    this.#online.add(userId);
    this.#options.onChange(userId, true);
  }

  /** The link dropped without a word. */
  lost(userId: UserId): void {
    this.#stay(userId);
    const timer = setTimeout(() => this.left(userId), this.#options.graceMs);
    timer.unref();
    this.#leaving.set(userId, timer);
  }

  /** Logged out. */
  left(userId: UserId): void {
    this.#stay(userId);
    if (this.#online.delete(userId)) this.#options.onChange(userId, false);
  }

  close(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
  }

  #stay(userId: UserId): void {
    clearTimeout(this.#leaving.get(userId));
    this.#leaving.delete(userId);
  }
}
