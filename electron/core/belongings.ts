/** What belongs to the assistant who is signed in: speed dials and history, opened with the session and put away with it. */
import type { BridgePush } from '../../shared/bridge';
import { noHistory } from '../../shared/console/history';
import type { CallHistory } from '../../shared/console/history';
import { noSpeedDials } from '../../shared/console/speedDials';
import type { SpeedDials } from '../../shared/console/speedDials';
import type { UserId } from '../../shared/ids';
import { fail } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { AssistantDocuments, Documents } from './documents';

export class Belongings {
  #owner: UserId | null = null;
  #own: AssistantDocuments | null = null;

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
    this.#own = this.documents.ofAssistant(userId);
    const problems = this.documents.problems();
    if (problems.length > known) this.push({ kind: 'fileProblems', fileProblems: [...problems] });
    this.#show();
  }

  putAway(): void {
    if (this.#own === null) return;
    this.#own.speedDials.flush();
    this.#own.history.flush();
    this.#owner = null;
    this.#own = null;
    this.#show();
  }

  /** Whose they are must be known: a page that asks without a session has not been told yet that it is over. */
  saveSpeedDials(wanted: SpeedDials): Result<undefined, 'badRequest' | Error> {
    return this.#own === null ? fail('badRequest') : this.#own.speedDials.save(wanted);
  }

  #show(): void {
    this.push({ kind: 'speedDials', speedDials: this.speedDials });
    this.push({ kind: 'history', history: this.history });
  }
}
