/** Follows what the session tells the page and notes each call that leaves it. */
import { reduce } from '../../shared/calls/reduce';
import type { ConsoleState } from '../../shared/calls/model';
import type { BridgePush, CommandOutcome } from '../../shared/bridge';
import { entriesAtEnd, entriesOfEvent, entriesOfSnapshot } from '../../shared/console/history';
import type { HistoryEntry } from '../../shared/console/history';
import type { ConnectionId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';

export class HistoryRecorder {
  /** The last known one, also while the link is down. */
  #state: ConsoleState | null = null;
  /** Service clock minus this machine's, as it was told last. */
  #offsetMs = 0;
  /** Calls the assistant has sent on from here; forgotten when they have left. */
  readonly #sentOn = new Set<ConnectionId>();

  constructor(private readonly note: (entries: readonly HistoryEntry[]) => void) {}

  heard(message: BridgePush, wallNow: number): void {
    if (message.kind === 'console') {
      if (message.console !== null) this.#offsetMs = message.clockOffsetMs;
      this.#replaced(message.console, wallNow + message.clockOffsetMs);
    } else if (message.kind === 'events') {
      this.#offsetMs = message.clockOffsetMs;
      this.#noteAll(message.events.flatMap(({ event, at }) => this.#next(event, at)));
    }
  }

  /** Signed out, or the console ends: nobody sees how the calls of this moment go on. */
  ended(wallNow: number): void {
    if (this.#state !== null) this.#noteAll(entriesAtEnd(this.#state, wallNow + this.#offsetMs, this.#sentOn));
    this.#state = null;
  }

  commanded(command: Command, outcome: Promise<CommandOutcome>): void {
    if (command.type !== 'redirect' && command.type !== 'toVoicemail') return;
    const { connectionId } = command;
    // Before the answer: the event that the call has left may come first.
    this.#sentOn.add(connectionId);
    void outcome.then(({ status }) => {
      if (status === 'refused') this.#sentOn.delete(connectionId);
    });
  }

  #replaced(state: ConsoleState | null, at: number): void {
    const before = this.#state;
    this.#state = state;
    if (before !== null && state !== null) this.#noteAll(entriesOfSnapshot(before, state, at, this.#sentOn));
    this.#forgetLeft();
  }

  #next(event: Parameters<typeof reduce>[1], at: number): HistoryEntry[] {
    if (this.#state === null) return [];
    const entries = entriesOfEvent(this.#state, event, at, this.#sentOn);
    this.#state = reduce(this.#state, event);
    if (event.type === 'callCleared' || event.type === 'replaced') this.#forgetLeft();
    return entries;
  }

  #noteAll(entries: readonly HistoryEntry[]): void {
    if (entries.length > 0) this.note(entries);
  }

  #forgetLeft(): void {
    if (this.#sentOn.size === 0) return;
    const there = new Set(this.#state?.calls.map(({ connectionId }) => connectionId));
    for (const id of this.#sentOn) if (!there.has(id)) this.#sentOn.delete(id);
  }
}
