/** Writes what differs between two configurations: only that, so that people's sessions and presence stay. */
import type { Insertable } from 'kysely';
import {
  associationKey,
  type Association,
  type Configuration,
  type Line,
  type RuleKind,
  type Settings,
  type User,
} from '../company/configuration';
import { differenceOf, isSame } from '../company/difference';
import type { Tx } from './open';
import { flag, type Schema } from './schema';

/** Rows or keys in one statement: databases bound the number of its parameters. */
const batch = 500;

export async function saveConfiguration(tx: Tx, before: Configuration, after: Configuration): Promise<void> {
  const users = differenceOf(before.users, after.users);
  const lines = differenceOf(before.lines, after.lines);
  const settings = differenceOf(before.settings, after.settings);

  // A changed line is made anew, so that two lines can change numbers; what refers to it goes first and comes back last.
  const leavingLines = [...lines.removed, ...lines.changed.map((change) => change.before)];
  const remade = associationsToRemake(before, after, new Set(leavingLines.map(({ lineId }) => lineId)));

  for (const { managerId, assistantId } of remade.leaving) {
    await tx
      .deleteFrom('associations')
      .where('manager_id', '=', managerId)
      .where('assistant_id', '=', assistantId)
      .execute();
  }
  await inBatches(leavingLines, (part) =>
    tx
      .deleteFrom('lines')
      .where(
        'id',
        'in',
        part.map(({ lineId }) => lineId),
      )
      .execute(),
  );
  const leavingSettings = [...settings.removed, ...settings.changed.map((change) => change.before)];
  await inBatches(
    leavingSettings.map(({ managerId }) => managerId),
    async (part) => {
      await tx.deleteFrom('patterns').where('manager_id', 'in', part).execute();
      await tx.deleteFrom('manager_settings').where('manager_id', 'in', part).execute();
    },
  );
  await inBatches(
    users.removed.map(({ userId }) => userId),
    (part) => tx.deleteFrom('users').where('id', 'in', part).execute(),
  );

  await inBatches(users.added.map(userRow), (part) => tx.insertInto('users').values(part).execute());
  for (const change of users.changed) await changeUser(tx, change.before, change.after);
  const comingLines = [...lines.added, ...lines.changed.map((change) => change.after)];
  await inBatches(
    comingLines.map((line) => lineRow(line, after)),
    (part) => tx.insertInto('lines').values(part).execute(),
  );
  await inBatches(remade.coming.map(associationRow), (part) => tx.insertInto('associations').values(part).execute());
  const comingSettings = [...settings.added, ...settings.changed.map((change) => change.after)];
  await inBatches(comingSettings.map(settingsRow), (part) => tx.insertInto('manager_settings').values(part).execute());
  await inBatches(comingSettings.flatMap(patternRows), (part) => tx.insertInto('patterns').values(part).execute());

  await saveParameters(tx, before, after);
  for (const kind of ['dial', 'lookup'] as const) await saveRules(tx, kind, before, after);
}

function associationsToRemake(before: Configuration, after: Configuration, leavingLines: ReadonlySet<string>) {
  const difference = differenceOf(before.associations, after.associations);
  const changed = new Set(difference.changed.map((change) => associationKey(change.after)));
  const dragged = [...before.associations.values()].filter((association) => {
    const key = associationKey(association);
    return leavingLines.has(association.lineId) && !changed.has(key) && after.associations.has(key);
  });
  return {
    leaving: [...difference.removed, ...difference.changed.map((change) => change.before), ...dragged],
    coming: [...difference.added, ...difference.changed.map((change) => change.after), ...dragged],
  };
}

/** A new password ends what was signed in with the old one. */
async function changeUser(tx: Tx, before: User, after: User): Promise<void> {
  await tx.updateTable('users').set(userRow(after)).where('id', '=', after.userId).execute();
  if (before.passwordHash === after.passwordHash) return;
  await tx.deleteFrom('sessions').where('user_id', '=', after.userId).execute();
  await tx.deleteFrom('devices').where('user_id', '=', after.userId).execute();
}

async function saveParameters(tx: Tx, before: Configuration, after: Configuration): Promise<void> {
  for (const key of before.parameters.keys()) {
    if (!after.parameters.has(key)) await tx.deleteFrom('parameters').where('key', '=', key).execute();
  }
  for (const [key, value] of after.parameters) {
    if (before.parameters.get(key) === value) continue;
    await tx
      .insertInto('parameters')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
  }
}

async function saveRules(tx: Tx, kind: RuleKind, before: Configuration, after: Configuration): Promise<void> {
  if (isSame(before.rules[kind], after.rules[kind])) return;
  await tx.deleteFrom('rules').where('kind', '=', kind).execute();
  const rows = after.rules[kind].map(({ name, beginsWith, digits, remove, prefix }, position) => {
    return { kind, position, name, begins_with: beginsWith, digits, remove, prefix };
  });
  await inBatches(rows, (part) => tx.insertInto('rules').values(part).execute());
}

async function inBatches<T>(items: readonly T[], write: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += batch) await write(items.slice(from, from + batch));
}

function userRow(user: User): Insertable<Schema['users']> {
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

function lineRow(line: Line, { users }: Configuration): Insertable<Schema['lines']> {
  const { lineId, userId, dn, phoneId, kind, position, forManager } = line;
  // Whose manager is no more is for nobody.
  const for_manager = forManager !== undefined && users.has(forManager) ? forManager : null;
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

function settingsRow(settings: Settings): Insertable<Schema['manager_settings']> {
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
