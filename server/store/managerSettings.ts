/**
 * Changes of a manager's routing settings, each logged in its own transaction. Where `was` is given, it is what whoever asks was
 * shown: compared in the same transaction, so that what somebody else has saved meanwhile is never overwritten unseen.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import { assertNever } from '../../shared/assertNever';
import type { DivertTarget, FilterMode } from '../../shared/calls/model';
import type { UserId } from '../../shared/ids';
import { fail, ok, type Result } from '../../shared/result';
import { logChange, type Change } from './changeLog';
import { isPostgres } from './dialect';
import { fencedDurably, type Fence } from './fence';
import type { Db, Tx } from './open';
import { flag, type Schema } from './schema';

/** Who changes what line's setting, and when: the part of the log line that the setting itself doesn't know. */
export type ChangeContext = Pick<Change, 'at' | 'lineNumber' | 'forUser' | 'byUser'>;

/** Saved, or left alone because it is no longer what it was. */
export type Saved = Result<undefined, 'changedElsewhere'>;

const changedElsewhere: Saved = fail('changedElsewhere');
const saved: Saved = ok(undefined);

type Switch = 'divert_all' | 'filter_on' | 'assistant_watch' | 'alert_tone';
const columnOf = {
  divertAll: 'divert_all',
  filterOn: 'filter_on',
  assistantWatch: 'assistant_watch',
  alertTone: 'alert_tone',
} as const satisfies Record<string, Switch>;

export function saveSwitch(
  db: Db,
  fence: Fence,
  context: ChangeContext,
  name: keyof typeof columnOf,
  on: boolean,
  was?: boolean,
) {
  const column = columnOf[name];
  return fencedDurably(db, fence, async (tx): Promise<Saved> => {
    const before = await settingsRow(tx, context.forUser.userId);
    const current = before[column] === 1;
    if (was !== undefined && was !== current) return changedElsewhere;
    await tx
      .updateTable('manager_settings')
      .set({ [column]: flag(on) })
      .where('manager_id', '=', context.forUser.userId)
      .execute();
    await logChange(tx, { ...context, parameter: name, oldValue: String(current), newValue: String(on) });
    return saved;
  });
}

export function saveFilterMode(db: Db, fence: Fence, context: ChangeContext, mode: FilterMode, was?: FilterMode) {
  return fencedDurably(db, fence, async (tx): Promise<Saved> => {
    const before = await settingsRow(tx, context.forUser.userId);
    if (was !== undefined && was !== before.filter_mode) return changedElsewhere;
    await tx
      .updateTable('manager_settings')
      .set({ filter_mode: mode })
      .where('manager_id', '=', context.forUser.userId)
      .execute();
    await logChange(tx, { ...context, parameter: 'filterMode', oldValue: before.filter_mode, newValue: mode });
    return saved;
  });
}

/** Replaces one whole list. `patterns` are cleaned and checked. */
export function savePatterns(
  db: Db,
  fence: Fence,
  context: ChangeContext,
  mode: FilterMode,
  patterns: readonly string[],
  was?: readonly string[],
) {
  const managerId = context.forUser.userId;
  return fencedDurably(db, fence, async (tx): Promise<Saved> => {
    const mine = tx.selectFrom('patterns').where('manager_id', '=', managerId).where('mode', '=', mode);
    const rowsBefore = await mine.select('pattern').orderBy('position').execute();
    const before = rowsBefore.map((row) => row.pattern);
    if (was !== undefined && !isDeepStrictEqual(was, before)) return changedElsewhere;
    await tx.deleteFrom('patterns').where('manager_id', '=', managerId).where('mode', '=', mode).execute();
    if (patterns.length > 0) {
      const rows = patterns.map((pattern, position) => ({ manager_id: managerId, mode, position, pattern }));
      await tx.insertInto('patterns').values(rows).execute();
    }
    const change = { parameter: `${mode}Patterns`, oldValue: before.join(' '), newValue: patterns.join(' ') };
    await logChange(tx, { ...context, ...change });
    return saved;
  });
}

export function saveDivertTarget(
  db: Db,
  fence: Fence,
  context: ChangeContext,
  target: DivertTarget,
  was?: DivertTarget,
) {
  return fencedDurably(db, fence, async (tx): Promise<Saved> => {
    if (target.kind === 'assistant' && !(await serves(tx, context.forUser.userId, target.userId)))
      return changedElsewhere;
    const before = await settingsRow(tx, context.forUser.userId);
    if (was !== undefined && divertText(divertRow(was)) !== divertText(before)) return changedElsewhere;
    const row = divertRow(target);
    await tx.updateTable('manager_settings').set(row).where('manager_id', '=', context.forUser.userId).execute();
    const change = { parameter: 'divertTarget', oldValue: divertText(before), newValue: divertText(row) };
    await logChange(tx, { ...context, ...change });
    return saved;
  });
}

/** Left alone where `assistantId` no longer serves the manager. */
export function saveDefaultAssistant(
  db: Db,
  fence: Fence,
  context: ChangeContext,
  assistantId: UserId,
  was?: UserId | null,
) {
  const managerId = context.forUser.userId;
  return fencedDurably(db, fence, async (tx): Promise<Saved> => {
    const before = await tx
      .selectFrom('associations')
      .select('assistant_id')
      .where('manager_id', '=', managerId)
      .where('is_default', '=', 1)
      .executeTakeFirst();
    if (was !== undefined && was !== (before?.assistant_id ?? null)) return changedElsewhere;
    if (!(await serves(tx, managerId, assistantId))) return changedElsewhere;
    const mine = () => tx.updateTable('associations').where('manager_id', '=', managerId);
    await mine().set({ is_default: 0 }).where('is_default', '=', 1).execute();
    await mine().set({ is_default: 1 }).where('assistant_id', '=', assistantId).execute();
    const change = { parameter: 'defaultAssistant', oldValue: before?.assistant_id ?? '', newValue: assistantId };
    await logChange(tx, { ...context, ...change });
    return saved;
  });
}

/** A setting that lives in the switch: only its log line is ours. */
export function saveLoggedChange(db: Db, fence: Fence, change: Change) {
  return fencedDurably(db, fence, (tx) => logChange(tx, change));
}

type DivertRow = Pick<Selectable<Schema['manager_settings']>, 'divert_kind' | 'divert_value'>;

function divertRow(target: DivertTarget): DivertRow {
  switch (target.kind) {
    case 'activeAssistant':
    case 'none':
      return { divert_kind: target.kind, divert_value: null };
    case 'assistant':
      return { divert_kind: 'assistant', divert_value: target.userId };
    case 'number':
      return { divert_kind: 'number', divert_value: target.number };
    default:
      return assertNever(target);
  }
}

function divertText({ divert_kind, divert_value }: DivertRow): string {
  return divert_kind === 'assistant' ? `assistant ${divert_value ?? ''}` : (divert_value ?? divert_kind);
}

/** The administrator may have ended it a moment ago; from here on that waits for the end of the transaction. */
async function serves(tx: Tx, managerId: UserId, assistantId: UserId): Promise<boolean> {
  const row = await tx
    .selectFrom('associations')
    .select('line_id')
    .where('manager_id', '=', managerId)
    .where('assistant_id', '=', assistantId)
    .$if(isPostgres(tx), (query) => query.forKeyShare())
    .executeTakeFirst();
  return row !== undefined;
}

async function settingsRow(tx: Tx, managerId: UserId) {
  const user = await tx.selectFrom('users').select('mode').where('id', '=', managerId).executeTakeFirst();
  await tx
    .insertInto('manager_settings')
    .values({
      manager_id: managerId,
      divert_all: 0,
      divert_kind: user?.mode === 'shared' ? 'none' : 'activeAssistant',
      divert_value: null,
      filter_on: 1,
      filter_mode: 'inclusive',
      assistant_watch: 1,
      alert_tone: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx.selectFrom('manager_settings').selectAll().where('manager_id', '=', managerId).executeTakeFirstOrThrow();
}
