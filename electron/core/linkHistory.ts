/** Keeps the link's history of this run of the console, and tells each entry as it comes. */
import { entriesOf, noTrail } from '../../shared/connection/entries';
import type { Step } from '../../shared/connection/entries';
import { withEntry } from '../../shared/connection/history';
import type { LinkEntry, LinkHistory } from '../../shared/connection/linkEntry';
import type { Clock } from './clock';

export class LinkHistoryKeeper {
  #history: LinkHistory = [];
  #trail = noTrail;

  constructor(
    private readonly clock: Clock,
    private readonly told: (entry: LinkEntry) => void,
  ) {}

  get history(): LinkHistory {
    return this.#history;
  }

  stepped(step: Pick<Step, 'before' | 'event' | 'after' | 'now'>): void {
    const { trail, entries } = entriesOf(this.#trail, { ...step, at: this.clock.wall() });
    this.#trail = trail;
    for (const entry of entries) {
      this.#history = withEntry(this.#history, entry);
      this.told(entry);
    }
  }
}
