/** Which console is in charge for which assistant while this service is active. */
import type { UserId } from '../../shared/ids';
import type { Active } from '../calls/active';
import { Journal } from '../calls/journal';
import { standingSessions } from '../store/sessions';
import { hashOf } from './login';
import type { Session } from './session';
import { closeCode } from './socket';

export class Consoles {
  readonly active: Active;
  readonly journal: Journal;
  readonly #sessions = new Map<UserId, Session>();

  constructor(active: Active) {
    this.active = active;
    this.journal = new Journal(active);
  }

  get count(): number {
    return this.#sessions.size;
  }

  /** True where another console was in charge until now. The latest login is in charge (product §6). The same session coming back over a new socket just drops its old one. */
  takeCharge(session: Session): boolean {
    const old = this.#sessions.get(session.userId);
    this.#sessions.set(session.userId, session);
    if (!old) return false;
    old.detach();
    const isSame = old.token === session.token;
    if (isSame) old.socket.terminate();
    else old.socket.close(closeCode.policy, { code: 'superseded', message: 'logged in from another console' });
    return !isSame;
  }

  /** Ends the sessions that the administrator has ended: of users who are no more, or whose password was changed. */
  async dropEnded(): Promise<void> {
    const sessions = [...this.#sessions.values()];
    const standing = await standingSessions(
      this.active.db,
      sessions.map(({ token }) => hashOf(token)),
    );
    for (const session of sessions) {
      const known = this.active.world.company.assistants.has(session.userId);
      if (known && standing.has(hashOf(session.token))) continue;
      if (this.#sessions.get(session.userId) !== session) continue;
      this.#sessions.delete(session.userId);
      session.detach();
      this.active.presence.left(session.userId);
      const code = known ? 'tokenInvalid' : 'notAssistant';
      session.socket.close(closeCode.policy, { code, message: 'the administrator has ended this session' });
    }
  }

  /** The socket is gone without a logout: the assistant may come back. */
  dropped(session: Session): void {
    session.detach();
    if (this.#sessions.get(session.userId) !== session) return;
    this.#sessions.delete(session.userId);
    this.active.presence.lost(session.userId);
  }

  async logOut(session: Session): Promise<void> {
    if (this.#sessions.get(session.userId) !== session) return;
    this.#sessions.delete(session.userId);
    await session.logOut();
  }
}
