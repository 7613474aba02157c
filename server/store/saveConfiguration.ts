/** Writes what differs between two configurations: only that, so that people's sessions and presence stay. */
import { sql, type Insertable } from 'kysely';
import type { Association, Line, Settings, User } from '../company/configuration';
import type { Writes } from '../company/writes';
import { insertRows } from './insertRows';
import type { Tx } from './open';
import { flag, type Schema } from './schema';

/** Keys in one statement: databases bound the number of its parameters. */
const batch = 500;

/** What refers to something goes before it, and comes after it. */
export async function saveConfiguration(tx: Tx, writes: Writes): Promise<void> {
  const { users, lines, associations, settings } = writes;
  await inBatches(associations.leaving, (part) => {
    const keys = part.map(({ managerId, assistantId }) => sql`(${managerId}, ${assistantId})`);
    return sql`delete from associations where (manager_id, assistant_id) in (values ${sql.join(keys)})`.execute(tx);
  });
  await inBatches(idsOf(lines.leaving, 'lineId'), (part) => tx.deleteFrom('lines').where('id', 'in', part).execute());
  await inBatches(idsOf(settings.leaving, 'managerId'), async (part) => {
    await tx.deleteFrom('patterns').where('manager_id', 'in', part).execute();
    await tx.deleteFrom('manager_settings').where('manager_id', 'in', part).execute();
  });
  await inBatches(idsOf(users.removed, 'userId'), (part) => tx.deleteFrom('users').where('id', 'in', part).execute());

  await insertRows(tx, 'users', users.added.map(userRow));
  await changeUsers(tx, users.changed);
  await insertRows(tx, 'lines', lines.coming.map(lineRow));
  await insertRows(tx, 'associations', associations.coming.map(associationRow));
  await insertRows(tx, 'manager_settings', settings.coming.map(settingsRow));
  await insertRows(tx, 'patterns', settings.coming.flatMap(patternRows));

  await saveParameters(tx, writes);
  await saveRules(tx, writes);
}

/**
 * In one statement, and never the id: SQLite would look for whoever refers to it. A password that is not changed here is left alone:
 * the user may just have changed it. A new one ends what was signed in with the old one.
 */
async function changeUsers(tx: Tx, changes: Writes['users']['changed']): Promise<void> {
  const columns = ['first_name', 'last_name', 'role', 'mode', 'pool', 'voicemail', 'redirect_to'] as const;
  const set = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  const rows = changes.map(({ after }) => userRow(after));
  await insertRows(tx, 'users', rows, sql`on conflict (id) do update set ${sql.join(set)}`);
  for (const { before, after } of changes) {
    if (before.passwordHash === after.passwordHash) continue;
    await tx.updateTable('users').set({ password_hash: after.passwordHash }).where('id', '=', after.userId).execute();
    await tx.deleteFrom('sessions').where('user_id', '=', after.userId).execute();
    await tx.deleteFrom('devices').where('user_id', '=', after.userId).execute();
  }
}

async function saveParameters(tx: Tx, { parameters }: Writes): Promise<void> {
  const keys = [...parameters.removed, ...parameters.set.map(({ key }) => key)];
  await inBatches(keys, (part) => tx.deleteFrom('parameters').where('key', 'in', part).execute());
  await insertRows(tx, 'parameters', parameters.set);
}

async function saveRules(tx: Tx, { rules }: Writes): Promise<void> {
  for (const { kind, rules: list } of rules) {
    await tx.deleteFrom('rules').where('kind', '=', kind).execute();
    const rows = list.map(({ name, beginsWith, digits, remove, prefix }, position) => {
      return { kind, position, name, begins_with: beginsWith, digits, remove, prefix };
    });
    await insertRows(tx, 'rules', rows);
  }
}

function idsOf<K extends string>(items: readonly Readonly<Record<K, string>>[], key: K): readonly string[] {
  return items.map((item) => item[key]);
}

async function inBatches<T>(items: readonly T[], write: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += batch) await write(items.slice(from, from + batch));
}

function userRow(user: User): Required<Insertable<Schema['users']>> {
  return {
    id: user.userId,
    first_name: user.firstName,
    last_name: user.lastName,
    role: user.role,
    password_hash: user.passwordHash,
    mode: user.mode,
    pool: user.pool,
    voicemail: flag(user.voicemail),
    redirect_to: user.redirectTo,
  };
}

function lineRow(line: Line): Required<Insertable<Schema['lines']>> {
  const { lineId, userId, dn, phoneId, kind, position, forManager } = line;
  const for_manager = forManager ?? null;
  return { id: lineId, user_id: userId, dn, phone_id: phoneId, kind, position, for_manager };
}

function associationRow(association: Association): Insertable<Schema['associations']> {
  return {
    manager_id: association.managerId,
    assistant_id: association.assistantId,
    line_id: association.lineId,
    position: association.position,
    is_default: flag(association.isDefault),
  };
}

function settingsRow(settings: Settings): Required<Insertable<Schema['manager_settings']>> {
  return {
    manager_id: settings.managerId,
    divert_all: flag(settings.divertAll),
    divert_kind: settings.divertKind,
    divert_value: settings.divertValue,
    filter_on: flag(settings.filterOn),
    filter_mode: settings.filterMode,
    assistant_watch: flag(settings.assistantWatch),
    alert_tone: flag(settings.alertTone),
  };
}

function patternRows(settings: Settings): Insertable<Schema['patterns']>[] {
  return (['inclusive', 'exclusive'] as const).flatMap((mode) =>
    settings[mode].map((pattern, position) => ({ manager_id: settings.managerId, mode, position, pattern })),
  );
}
