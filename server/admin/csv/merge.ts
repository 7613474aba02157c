/** Brings the rows of an import into the configuration: added or changed; with `replace`, what a sheet does not name goes. */
import { fail, ok } from '../../../shared/result';
import type { Edit } from '../../company/apply';
import {
  associationKey,
  associationsByManager,
  linesByUser,
  newSettings,
  ownLine,
  type Configuration,
  type Line,
} from '../../company/configuration';
import { defaultLineId, sharedLineId } from '../../company/edit/associations';
import { removeUser } from '../../company/edit/users';
import { parameterText } from '../../store/parameters';
import type { Sheets } from './parseSheets';
import type { AssociationRow, LineRow, ParameterRow, RuleRow, SettingsRow, UserRow } from './sheets';

export interface MergeOptions {
  readonly replace: boolean;
  /** Argon2id hashes of the passwords given, by user. */
  readonly passwordHashes: ReadonlyMap<string, string>;
}

export function mergeSheets(sheets: Sheets, { replace, passwordHashes }: MergeOptions): Edit {
  return (before) => {
    let next = before;
    if (sheets.users && replace) {
      const named = new Set(sheets.users.map(({ userId }) => userId));
      for (const userId of before.users.keys()) {
        const removed = named.has(userId) ? ok(next) : removeUser(userId)(next);
        if (!removed.ok) return removed;
        next = removed.value;
      }
    }
    if (sheets.users) {
      const merged = mergeUsers(next, sheets.users, passwordHashes);
      if (!merged.ok) return merged;
      next = merged.value;
    }
    if (sheets.lines) next = mergeLines(next, sheets.lines, replace);
    if (sheets.associations) next = mergeAssociations(next, sheets.associations, replace);
    if (sheets.settings) next = mergeSettings(next, sheets.settings, replace);
    if (sheets.parameters) next = mergeParameters(next, sheets.parameters, replace);
    if (sheets.rules) next = mergeRules(next, sheets.rules, replace);
    return ok(next);
  };
}

function mergeUsers(before: Configuration, rows: readonly UserRow[], hashes: ReadonlyMap<string, string>) {
  const users = new Map(before.users);
  const lines = new Map(before.lines);
  const settings = new Map(before.settings);
  const linesOf = linesByUser(before);
  // Two people may change line ids: all old own lines go before the new ones come.
  const own = new Map<string, Line>();
  for (const { userId } of rows) {
    const line = ownLine(linesOf.get(userId));
    if (!line) continue;
    own.set(userId, line);
    lines.delete(line.lineId);
  }
  for (const row of rows) {
    const { userId, firstName, lastName, dn, phoneId } = row;
    const old = users.get(userId);
    const role = row.role ?? old?.role ?? 'assistant';
    if (old && old.role !== role)
      return fail(`user ${userId} is a ${old.role}: remove the user first to make a ${role}`);
    const mode = row.mode ?? old?.mode ?? 'proxy';
    users.set(userId, {
      ...{ userId, firstName, lastName, role, mode },
      pool: row.pool ?? old?.pool ?? 1,
      voicemail: row.voicemail ?? old?.voicemail ?? false,
      redirectTo: row.redirectTo === undefined ? (old?.redirectTo ?? null) : row.redirectTo,
      passwordHash: hashes.get(userId) ?? old?.passwordHash ?? '',
    });
    const usual = defaultLineId(dn);
    // Is the usual id taken, the number is given twice: that is for the check to say, with the place.
    const lineId = row.lineId ?? own.get(userId)?.lineId ?? (lines.has(usual) ? sharedLineId(dn, phoneId) : usual);
    const taken = lines.get(lineId);
    if (taken) return fail(`user ${userId}: there is a line ${lineId} already, of ${taken.userId}`);
    lines.set(lineId, { lineId, userId, dn, phoneId, kind: 'own', position: 0 });
    if (role === 'manager' && old?.mode !== mode) settings.set(userId, newSettings(userId, mode));
    for (const line of linesOf.get(userId) ?? []) {
      const other = lines.get(line.lineId);
      if (other && other.kind !== 'own') lines.set(line.lineId, { ...other, phoneId });
    }
  }
  return ok<Configuration>({ ...before, users, lines, settings });
}

function mergeLines(before: Configuration, rows: readonly LineRow[], replace: boolean): Configuration {
  const linesOf = linesByUser(before);
  const lines = new Map([...before.lines].filter(([, { kind }]) => !replace || kind === 'own'));
  const lastPosition = new Map<string, number>();
  for (const row of rows) {
    const old = before.lines.get(row.lineId);
    const last =
      lastPosition.get(row.userId) ?? Math.max(0, ...(linesOf.get(row.userId) ?? []).map((line) => line.position));
    const position = row.position ?? old?.position ?? last + 1;
    lastPosition.set(row.userId, Math.max(last, position));
    const forManager = row.forManager === undefined ? old?.forManager : (row.forManager ?? undefined);
    lines.set(row.lineId, {
      ...{ lineId: row.lineId, userId: row.userId, dn: row.dn, position },
      kind: row.kind ?? 'intercom',
      phoneId: row.phoneId ?? ownLine(linesOf.get(row.userId))?.phoneId ?? '',
      ...(forManager !== undefined && { forManager }),
    });
  }
  return { ...before, lines };
}

function mergeAssociations(before: Configuration, rows: readonly AssociationRow[], replace: boolean): Configuration {
  const associations = new Map(replace ? [] : before.associations);
  const serving = associationsByManager({ ...before, associations });
  const lastPosition = new Map<string, number>();
  for (const row of rows) {
    const { managerId, assistantId, lineId } = row;
    const old = before.associations.get(associationKey(row));
    const last = lastPosition.get(managerId) ?? Math.max(-1, ...(serving.get(managerId) ?? []).map((a) => a.position));
    const position = row.position ?? old?.position ?? last + 1;
    lastPosition.set(managerId, Math.max(last, position));
    const isDefault = row.isDefault ?? old?.isDefault ?? false;
    associations.set(associationKey(row), { managerId, assistantId, lineId, position, isDefault });
  }
  return { ...before, associations };
}

function mergeSettings(before: Configuration, rows: readonly SettingsRow[], replace: boolean): Configuration {
  const modeOf = (managerId: string) => before.users.get(managerId)?.mode ?? 'proxy';
  const named = new Set(rows.map(({ managerId }) => managerId));
  const settings = new Map(
    [...before.settings].map(([managerId, old]) => {
      return [managerId, replace && !named.has(managerId) ? newSettings(managerId, modeOf(managerId)) : old] as const;
    }),
  );
  for (const row of rows) {
    const old = settings.get(row.managerId) ?? newSettings(row.managerId, modeOf(row.managerId));
    const divert = row.divertKind === undefined ? old : row;
    settings.set(row.managerId, {
      managerId: row.managerId,
      divertKind: divert.divertKind ?? old.divertKind,
      divertValue: divert.divertValue ?? null,
      divertAll: row.divertAll ?? old.divertAll,
      filterOn: row.filterOn ?? old.filterOn,
      filterMode: row.filterMode ?? old.filterMode,
      assistantWatch: row.assistantWatch ?? old.assistantWatch,
      alertTone: row.alertTone ?? old.alertTone,
      inclusive: row.inclusive ?? old.inclusive,
      exclusive: row.exclusive ?? old.exclusive,
    });
  }
  return { ...before, settings };
}

/** An empty value is the default: it is not stored. */
function mergeParameters(before: Configuration, rows: readonly ParameterRow[], replace: boolean): Configuration {
  const parameters = new Map(replace ? [] : before.parameters);
  for (const { key, value } of rows) {
    if (value === '') parameters.delete(key);
    else parameters.set(key, parameterText(key, value));
  }
  return { ...before, parameters };
}

/** The order says which rule is tried first: a kind that the sheet names is, from then on, what the sheet says and nothing else. */
function mergeRules(before: Configuration, rows: readonly RuleRow[], replace: boolean): Configuration {
  const listOf = (wanted: RuleRow['kind'] & string) => {
    const named = rows.filter(({ kind }) => kind === wanted);
    if (named.length === 0 && !replace) return before.rules[wanted];
    return named.map(({ name, beginsWith, digits, remove, prefix }) => ({ name, beginsWith, digits, remove, prefix }));
  };
  return { ...before, rules: { dial: listOf('dial'), lookup: listOf('lookup') } };
}
