/** Keeps the link's history of this run of the console, and tells each entry as it comes. */
import { afterSleep, entriesOf, noTrail } from '../../shared/connection/entries';
import type { Step } from '../../shared/connection/entries';
import { withEntry } from '../../shared/connection/history';
import type { LinkEntry, LinkHistory } from '../../shared/connection/linkEntry';
import type { Clock } from './clock';

/** What happens within this time after the system said so happens before the sleep, not after it. Milliseconds. */
const fallsAsleepMs = 2_000;

export class LinkHistoryKeeper {
  #history: LinkHistory = [];
  #trail = noTrail;
  #asleepSince: { readonly now: number; readonly at: number } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly told: (entry: LinkEntry) => void,
  ) {}

  get history(): LinkHistory {
    return this.#history;
  }

  asleep(): void {
    this.#asleepSince = { now: this.clock.monotonic(), at: this.clock.wall() };
  }

  /** Also where it did not sleep. Before the link is asked. */
  awake(): void {
    const since = this.#asleepSince;
    this.#asleepSince = null;
    if (since === null) return;
    this.#trail = afterSleep(this.#trail, since, { now: this.clock.monotonic(), at: this.clock.wall() });
  }

  stepped(step: Pick<Step, 'before' | 'event' | 'after' | 'now'>): void {
    if (this.#asleepSince !== null) this.#stirred(step.event.type === 'frame');
    const { trail, entries } = entriesOf(this.#trail, { ...step, at: this.clock.wall() });
    this.#trail = trail;
    for (const entry of entries) {
      this.#history = withEntry(this.#history, entry);
      this.told(entry);
    }
  }

  /** The system tells of the sleep before it comes, and of its end when the first sockets have already been read. */
  #stirred(heard: boolean): void {
    const moment = { now: this.clock.monotonic(), at: this.clock.wall() };
    if (moment.at - (this.#asleepSince?.at ?? 0) > fallsAsleepMs) this.awake();
    else if (heard) this.#asleepSince = moment;
  }
}
