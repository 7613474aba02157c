/** Writes down who is online, for whoever takes over: each assistant's changes in their order, different assistants' side by side. */
import type { UserId } from '../../shared/ids';
import { savePresence, type PresenceState } from '../store/presence';
import type { Active } from './active';

export class PresenceWriter {
  readonly #active: Pick<Active, 'db' | 'fence' | 'log' | 'onFenced'>;
  readonly #writing = new Map<UserId, Promise<void>>();

  constructor(active: Pick<Active, 'db' | 'fence' | 'log' | 'onFenced'>) {
    this.#active = active;
  }

  save(userId: UserId, state: PresenceState): void {
    const at = Date.now();
    const before = this.#writing.get(userId) ?? Promise.resolve();
    const writing = before.then(() => this.#write(userId, state, at));
    this.#writing.set(userId, writing);
    void writing.then(() => {
      if (this.#writing.get(userId) === writing) this.#writing.delete(userId);
    });
  }

  /** Never rejects: calls go on without it. */
  async #write(userId: UserId, state: PresenceState, at: number): Promise<void> {
    const { db, fence, log, onFenced } = this.#active;
    try {
      const saved = await savePresence(db, fence, userId, state, at);
      if (!saved.ok) onFenced();
    } catch (error) {
      log.error({ err: error }, 'presence not saved');
    }
  }
}
