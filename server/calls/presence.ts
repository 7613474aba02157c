/** Which assistants are online. A dropped link is forgiven for a grace time: a failover must not route calls past an assistant. */
import type { UserId } from '../../shared/ids';
import type { PresenceState, StoredPresence } from '../store/presence';

export interface PresenceOptions {
  readonly graceMs: number;
  /** Called after the change. */
  readonly onChange: (userId: UserId, state: PresenceState) => void;
}

export class Presence {
  readonly #online = new Set<UserId>();
  /** Gone offline by choice. Stays so whatever the link does, until the next login. */
  readonly #away = new Set<UserId>();
  /** A console of theirs is connected now. */
  readonly #here = new Set<UserId>();
  readonly #leaving = new Map<UserId, NodeJS.Timeout>();
  readonly #options: PresenceOptions;

  /** `stored`: who was there when this service took over; whoever was online has the grace time to come back. */
  constructor(options: PresenceOptions, stored: StoredPresence) {
    this.#options = options;
    for (const userId of stored.away) this.#away.add(userId);
    for (const userId of stored.online) {
      this.#online.add(userId);
      this.lost(userId);
    }
  }

  get online(): ReadonlySet<UserId> {
    return this.#online;
  }

  /** Everybody who is online or has gone offline by choice. */
  get everybody(): readonly UserId[] {
    return [...this.#online, ...this.#away];
  }

  /** Login means online (product §6); the console's arrival follows. */
  loggedIn(userId: UserId): void {
    this.#away.delete(userId);
  }

  arrived(userId: UserId): void {
    this.#stay(userId);
    this.#here.add(userId);
    if (this.#away.has(userId) || this.#online.has(userId)) return;
    this.#online.add(userId);
    this.#options.onChange(userId, 'online');
  }

  /** Went offline or came back, with the console open. */
  setOnline(userId: UserId, online: boolean): void {
    const [from, to] = online ? [this.#away, this.#online] : [this.#online, this.#away];
    if (to.has(userId)) return;
    if (!from.delete(userId)) {
      // Logged out while this was being saved: what was saved says otherwise now.
      this.#options.onChange(userId, 'gone');
      return;
    }
    this.#stay(userId);
    to.add(userId);
    // The link may have dropped while this was being saved.
    if (online && !this.#here.has(userId)) this.lost(userId);
    this.#options.onChange(userId, online ? 'online' : 'away');
  }

  /** The link dropped without a word. */
  lost(userId: UserId): void {
    this.#stay(userId);
    this.#here.delete(userId);
    if (!this.#online.has(userId)) return;
    const timer = setTimeout(() => this.left(userId), this.#options.graceMs);
    timer.unref();
    this.#leaving.set(userId, timer);
  }

  /** Logged out, or away for longer than the grace time. */
  left(userId: UserId): void {
    this.#stay(userId);
    this.#here.delete(userId);
    const wasThere = [this.#online.delete(userId), this.#away.delete(userId)].includes(true);
    if (wasThere) this.#options.onChange(userId, 'gone');
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
