/** Reads the whole configuration as it is stored, all pools, unchecked: for administration. Services read `loadCompany`. */
import { associationKey, type Configuration, type Settings } from '../company/configuration';
import type { Db } from './open';
import { readRevision } from './revision';
import { loadRules } from './rules';

/** Two of these that are the same: nothing was changed in between. */
export interface ConfigurationState {
  readonly company: number;
  readonly lastChange: number;
  readonly users: number;
}

/** Cheap: whoever changes the configuration, an administrator or a manager, writes to the change log in the same transaction. */
export async function readState(db: Db): Promise<ConfigurationState> {
  const { company } = await readRevision(db);
  const last = await db.selectFrom('change_log').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  // The first users of all may come without.
  const users = await db.selectFrom('users').select('id').limit(1).execute();
  return { company, lastChange: last?.id ?? 0, users: users.length };
}

export async function loadConfiguration(db: Db): Promise<Configuration> {
  const users = await db.selectFrom('users').selectAll().orderBy('id').execute();
  const lines = await db.selectFrom('lines').selectAll().orderBy('user_id').orderBy('position').execute();
  const associations = await db
    .selectFrom('associations')
    .selectAll()
    .orderBy('manager_id')
    .orderBy('position')
    .execute();
  const parameters = await db.selectFrom('parameters').selectAll().orderBy('key').execute();
  return {
    users: byKey(
      users.map((row) => ({
        userId: row.id,
        firstName: row.first_name,
        lastName: row.last_name,
        role: row.role,
        mode: row.mode,
        pool: row.pool,
        voicemail: row.voicemail === 1,
        redirectTo: row.redirect_to,
        passwordHash: row.password_hash,
      })),
      ({ userId }) => userId,
    ),
    lines: byKey(
      lines.map((row) => ({
        lineId: row.id,
        userId: row.user_id,
        dn: row.dn,
        phoneId: row.phone_id,
        kind: row.kind,
        position: row.position,
        ...(row.for_manager !== null && { forManager: row.for_manager }),
      })),
      ({ lineId }) => lineId,
    ),
    associations: byKey(
      associations.map((row) => ({
        managerId: row.manager_id,
        assistantId: row.assistant_id,
        lineId: row.line_id,
        position: row.position,
        isDefault: row.is_default === 1,
      })),
      associationKey,
    ),
    settings: await loadSettings(db),
    parameters: new Map(parameters.map(({ key, value }) => [key, value])),
    rules: await loadRules(db),
  };
}

async function loadSettings(db: Db): Promise<ReadonlyMap<string, Settings>> {
  const rows = await db.selectFrom('manager_settings').selectAll().orderBy('manager_id').execute();
  const patterns = await db.selectFrom('patterns').selectAll().orderBy('position').execute();
  const lists = new Map<string, { inclusive: string[]; exclusive: string[] }>();
  for (const { manager_id, mode, pattern } of patterns) {
    const of = lists.get(manager_id) ?? { inclusive: [], exclusive: [] };
    of[mode].push(pattern);
    lists.set(manager_id, of);
  }
  return byKey(
    rows.map((row) => ({
      managerId: row.manager_id,
      divertAll: row.divert_all === 1,
      divertKind: row.divert_kind,
      divertValue: row.divert_value,
      filterOn: row.filter_on === 1,
      filterMode: row.filter_mode,
      assistantWatch: row.assistant_watch === 1,
      alertTone: row.alert_tone === 1,
      inclusive: lists.get(row.manager_id)?.inclusive ?? [],
      exclusive: lists.get(row.manager_id)?.exclusive ?? [],
    })),
    ({ managerId }) => managerId,
  );
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]));
}
