/** Writes that cluster to a database, with a session for every console: logging 3,500 in by password would be another benchmark. */
import { hashOf, newToken } from '../../../server/accounts/token';
import { openStore, write } from '../../../server/store/open';
import { assistantOf, assistantsOf, managerOf, managersOf, pairs, proxyLineOf } from './people';

/** In the list that is in force; none of them matches a caller. */
const patterns = 20;
const rowsAtOnce = 500;

/** Returns the consoles' resume tokens. */
export async function fillStore(database: string): Promise<string[]> {
  const all = Array.from({ length: pairs }, (_, at) => at);
  const tokens = all.map(newToken);
  const now = Date.now();
  const db = await openStore(database);
  const user = { password_hash: '', mode: 'proxy', pool: 1, voicemail: 0, redirect_to: null } as const;
  const settings = { divert_all: 0, divert_kind: 'activeAssistant', divert_value: null, filter_on: 1 } as const;
  await write(db, async (tx) => {
    for (const part of parts(all)) {
      const managers = part.map((at) => ({ ...managerOf(at), at }));
      const assistants = part.map((at) => ({ ...assistantOf(at), at }));
      const people = [
        ...managers.map(({ userId, at }) => ({ id: userId, last_name: `Manager ${at}`, role: 'manager' as const })),
        ...assistants.map(({ userId, at }) => ({
          id: userId,
          last_name: `Assistant ${at}`,
          role: 'assistant' as const,
        })),
      ];
      await tx
        .insertInto('users')
        .values(people.map((person) => ({ ...user, ...person, first_name: '' })))
        .execute();
      const own = [...managers, ...assistants].map(({ userId, dn, lineId, phoneId }) => {
        return { id: lineId, user_id: userId, dn, phone_id: phoneId, kind: 'own' as const, position: 0 };
      });
      await tx.insertInto('lines').values(own).execute();
      const proxies = assistants.flatMap(({ userId, phoneId, at }) =>
        managersOf(at).map((manager, place) => {
          const { dn, lineId } = proxyLineOf(manager, at);
          return { id: lineId, user_id: userId, dn, phone_id: phoneId, kind: 'proxy' as const, position: place + 1 };
        }),
      );
      await tx.insertInto('lines').values(proxies).execute();
      const more = { filter_mode: 'inclusive', assistant_watch: 1, alert_tone: 1 } as const;
      await tx
        .insertInto('manager_settings')
        .values(managers.map(({ userId }) => ({ manager_id: userId, ...settings, ...more })))
        .execute();
      const sessions = assistants.map(({ userId, at }) => ({
        token_hash: hashOf(tokens[at] ?? ''),
        user_id: userId,
        kind: 'console' as const,
        created_at: now,
        expires_at: now + 3_600_000,
      }));
      await tx.insertInto('sessions').values(sessions).execute();
    }
    for (const part of parts(all.flatMap((at) => assistantsOf(at).map((assistant) => ({ at, assistant }))))) {
      const rows = part.map(({ at, assistant }) => ({
        manager_id: managerOf(at).userId,
        assistant_id: assistantOf(assistant).userId,
        line_id: proxyLineOf(at, assistant).lineId,
        position: at === assistant ? 0 : 1,
        is_default: at === assistant ? (1 as const) : (0 as const),
      }));
      await tx.insertInto('associations').values(rows).execute();
    }
    const lists = all.flatMap((at) =>
      Array.from({ length: patterns }, (_, position) => {
        const pattern = `49${at}${position}*`;
        return { manager_id: managerOf(at).userId, mode: 'inclusive' as const, position, pattern };
      }),
    );
    for (const part of parts(lists)) await tx.insertInto('patterns').values(part).execute();
  });
  await db.destroy();
  return tokens;
}

function parts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / rowsAtOnce) }, (_, at) => {
    return list.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce);
  });
}
