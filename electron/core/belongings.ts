/** What belongs to the assistant who is signed in: speed dials and history, opened with the session and put away with it. */
import type { BridgePush, CommandOutcome } from '../../shared/bridge';
import { noHistory, withEntries, withSeen } from '../../shared/console/history';
import type { CallHistory } from '../../shared/console/history';
import { noSpeedDials } from '../../shared/console/speedDials';
import type { SpeedDials } from '../../shared/console/speedDials';
import type { UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { fail } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { AssistantDocuments, Documents } from './documents';
import { HistoryRecorder } from './historyRecorder';

export class Belongings {
  #owner: UserId | null = null;
  #own: AssistantDocuments | null = null;
  #recorder: HistoryRecorder | null = null;

  constructor(
    private readonly documents: Documents,
    private readonly push: (message: BridgePush) => void,
  ) {}

  get speedDials(): SpeedDials {
    return this.#own?.speedDials.value ?? noSpeedDials;
  }

  get history(): CallHistory {
    return this.#own?.history.value ?? noHistory;
  }

  open(userId: UserId): void {
    if (this.#owner === userId) return;
    const known = this.documents.problems().length;
    this.#owner = userId;
    const own = this.documents.ofAssistant(userId);
    this.#own = own;
    this.#recorder = new HistoryRecorder((entries) => this.#keepHistory(withEntries(own.history.value, entries)));
    const problems = this.documents.problems();
    if (problems.length > known) this.push({ kind: 'fileProblems', fileProblems: [...problems] });
    this.#show();
  }

  /** Calls in progress are noted as what they were. */
  putAway(wallNow: number): void {
    if (this.#own === null) return;
    this.#recorder?.ended(wallNow);
    this.#own.speedDials.flush();
    this.#own.history.flush();
    this.#owner = null;
    this.#own = null;
    this.#recorder = null;
    this.#show();
  }

  /** The console ends, and the assistant stays signed in for the next start. */
  end(wallNow: number): void {
    this.#recorder?.ended(wallNow);
  }

  /** Whose they are must be known: a page that asks without a session has not been told yet that it is over. */
  saveSpeedDials(wanted: SpeedDials): Result<undefined, 'badRequest' | Error> {
    return this.#own === null ? fail('badRequest') : this.#own.speedDials.save(wanted);
  }

  /** What the session tells the page is what the history is made of. */
  heard(message: BridgePush, wallNow: number): void {
    this.#recorder?.heard(message, wallNow);
  }

  /** A command on its way, with what becomes of it. */
  commanded(command: Command, outcome: Promise<CommandOutcome>): void {
    this.#recorder?.commanded(command, outcome);
  }

  /** The missed calls have been looked at; `now` by the service's clock. */
  historySeen(now: number): void {
    if (this.#own !== null) this.#keepHistory(withSeen(this.#own.history.value, now));
  }

  clearHistory(now: number): void {
    if (this.#own !== null) this.#keepHistory({ ...withSeen(this.#own.history.value, now), entries: [] });
  }

  /** In force even where it can't be written (the log says so): the page shows what happened. */
  #keepHistory(history: CallHistory): void {
    this.#own?.history.put(history);
    this.push({ kind: 'history', history });
  }

  #show(): void {
    this.push({ kind: 'speedDials', speedDials: this.speedDials });
    this.push({ kind: 'history', history: this.history });
  }
}
