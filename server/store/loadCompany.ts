/** Reads the company whole. It is small (product §4: 3,500 + 3,500) and read once at each takeover. */
import type { Selectable } from 'kysely';
import type { DivertTarget, LineMode } from '../../shared/calls/model';
import { Dn, LineId, PhoneId, UserId } from '../../shared/ids';
import type { Assistant, Company, CompanyLine, Manager, ManagerSettings } from './company';
import { newManagerSettings, newSharedManagerSettings } from './company';
import type { Db } from './open';
import { loadParameters } from './parameters';
import { loadRules } from './rules';
import type { Schema } from './schema';

type Row<T extends keyof Schema> = Selectable<Schema[T]>;

/** `pool`: whose managers and assistants, 1 to 3. */
export async function loadCompany(db: Db, pool: number): Promise<Company> {
  const users = await db
    .selectFrom('users')
    .select(['id', 'first_name', 'last_name', 'role', 'mode', 'voicemail', 'redirect_to'])
    .where('pool', '=', pool)
    .orderBy('id')
    .execute();
  const lines = await db.selectFrom('lines').selectAll().orderBy('position').execute();
  const associations = await db.selectFrom('associations').selectAll().orderBy('position').execute();
  const settings = await db.selectFrom('manager_settings').selectAll().execute();
  const patterns = await db.selectFrom('patterns').selectAll().orderBy('position').execute();
  const parameters = await loadParameters(db);
  const rules = await loadRules(db);

  const linesOf = groupBy(lines, (line) => line.user_id);
  const assistantsOf = groupBy(associations, (association) => association.manager_id);
  const patternsOf = groupBy(patterns, (pattern) => pattern.manager_id);
  const settingsOf = new Map(settings.map((row) => [row.manager_id, row]));
  const managerOfLine = new Map(associations.map((association) => [association.line_id, association.manager_id]));

  const assistants = new Map<UserId, Assistant>();
  const managers = new Map<UserId, Manager>();
  for (const user of users) {
    const userId = UserId.parse(user.id);
    const name = `${user.first_name} ${user.last_name}`.trim();
    const own = (linesOf.get(user.id) ?? []).map((row) => toLine(row, managerOfLine.get(row.id) ?? row.for_manager));
    const first = own.find((line) => line.kind === 'own');
    // Someone without a phone can't take part in calls: not an error of the other users.
    if (!first) continue;
    if (user.role === 'assistant') {
      const served = own.flatMap(({ kind, managerId }) =>
        kind === 'manager' && managerId !== null ? [managerId] : [],
      );
      assistants.set(userId, {
        userId,
        name,
        dn: first.dn,
        mode: user.mode,
        phoneId: first.phoneId,
        redirectTo: user.redirect_to === null ? null : Dn.parse(user.redirect_to),
        lines: own,
        managers: served,
      });
    } else {
      const serving = assistantsOf.get(user.id) ?? [];
      managers.set(userId, {
        userId,
        name,
        dn: first.dn,
        mode: user.mode,
        hasVoicemail: user.voicemail === 1,
        intercomDn: own.find((line) => line.kind === 'intercom')?.dn ?? null,
        phoneId: first.phoneId,
        lineId: first.lineId,
        assistants: serving.map((row) => ({
          userId: UserId.parse(row.assistant_id),
          lineId: LineId.parse(row.line_id),
        })),
        defaultAssistant: toDefault(serving),
        settings: toSettings(user.mode, settingsOf.get(user.id), patternsOf.get(user.id) ?? []),
      });
    }
  }
  return { assistants, managers, parameters, rules };
}

function toLine(row: Row<'lines'>, managerId: string | null): CompanyLine {
  return {
    lineId: LineId.parse(row.id),
    dn: Dn.parse(row.dn),
    phoneId: PhoneId.parse(row.phone_id),
    kind: row.kind === 'proxy' || row.kind === 'shared' ? 'manager' : row.kind,
    managerId: managerId === null ? null : UserId.parse(managerId),
  };
}

function toDefault(serving: readonly Row<'associations'>[]): UserId | null {
  const row = serving.find((association) => association.is_default === 1);
  return row ? UserId.parse(row.assistant_id) : null;
}

function toSettings(
  mode: LineMode,
  row: Row<'manager_settings'> | undefined,
  patterns: readonly Row<'patterns'>[],
): ManagerSettings {
  if (!row) return mode === 'shared' ? newSharedManagerSettings : newManagerSettings;
  const list = (mode: 'inclusive' | 'exclusive') => patterns.filter((p) => p.mode === mode).map((p) => p.pattern);
  return {
    divertAll: row.divert_all === 1,
    divertTarget: toDivertTarget(row),
    filterOn: row.filter_on === 1,
    filterMode: row.filter_mode,
    inclusive: list('inclusive'),
    exclusive: list('exclusive'),
    assistantWatch: row.assistant_watch === 1,
    alertTone: row.alert_tone === 1,
  };
}

function toDivertTarget(row: Row<'manager_settings'>): DivertTarget {
  if (row.divert_kind === 'assistant') return { kind: 'assistant', userId: UserId.parse(row.divert_value) };
  if (row.divert_kind === 'number') return { kind: 'number', number: Dn.parse(row.divert_value) };
  return { kind: row.divert_kind === 'none' ? 'none' : 'activeAssistant' };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
