/** Changes of an assistant's own settings, each logged in its own transaction. */
import type { Dn } from '../../shared/ids';
import { logChange } from './changeLog';
import { fencedDurably, type Fence } from './fence';
import type { ChangeContext } from './managerSettings';
import type { Db } from './open';
import { writePresence } from './presence';

/** Where Redirect sends calls; null is the default of the mode. */
export function saveRedirectTarget(db: Db, fence: Fence, context: ChangeContext, number: Dn | null) {
  const { userId } = context.forUser;
  return fencedDurably(db, fence, async (tx) => {
    const user = tx.selectFrom('users').select('redirect_to').where('id', '=', userId);
    const before = await user.executeTakeFirstOrThrow();
    await tx.updateTable('users').set({ redirect_to: number }).where('id', '=', userId).execute();
    const change = { oldValue: before.redirect_to ?? 'default', newValue: number ?? 'default' };
    await logChange(tx, { ...context, parameter: 'redirectTarget', ...change });
  });
}

/** Gone offline, or online again, with the console still open. */
export function saveOnline(db: Db, fence: Fence, context: ChangeContext, online: boolean) {
  return fencedDurably(db, fence, async (tx) => {
    await writePresence(tx, context.forUser.userId, online ? 'online' : 'away', context.at);
    const change = { parameter: 'online', oldValue: String(!online), newValue: String(online) };
    await logChange(tx, { ...context, ...change });
  });
}
