/** Changes of a manager's routing settings, each logged in its own transaction. */
import type { FilterMode } from '../../shared/calls/model';
import type { UserId } from '../../shared/ids';
import { logChange, type Change } from './changeLog';
import { fencedDurably, type Fence } from './fence';
import type { Db, Tx } from './open';
import { flag } from './schema';

/** Who changes what line's setting, and when: the part of the log line that the setting itself doesn't know. */
export type ChangeContext = Pick<Change, 'at' | 'lineNumber' | 'forUser' | 'byUser'>;

type Switch = 'divert_all' | 'filter_on' | 'assistant_watch' | 'alert_tone';
const columnOf = {
  divertAll: 'divert_all',
  filterOn: 'filter_on',
  assistantWatch: 'assistant_watch',
  alertTone: 'alert_tone',
} as const satisfies Record<string, Switch>;

export function saveSwitch(db: Db, fence: Fence, context: ChangeContext, name: keyof typeof columnOf, on: boolean) {
  const column = columnOf[name];
  return fencedDurably(db, fence, async (tx) => {
    const before = await settingsRow(tx, context.forUser.userId);
    await tx
      .updateTable('manager_settings')
      .set({ [column]: flag(on) })
      .where('manager_id', '=', context.forUser.userId)
      .execute();
    const oldValue = String(before[column] === 1);
    await logChange(tx, { ...context, parameter: name, oldValue, newValue: String(on) });
  });
}

export function saveFilterMode(db: Db, fence: Fence, context: ChangeContext, mode: FilterMode) {
  return fencedDurably(db, fence, async (tx) => {
    const before = await settingsRow(tx, context.forUser.userId);
    await tx
      .updateTable('manager_settings')
      .set({ filter_mode: mode })
      .where('manager_id', '=', context.forUser.userId)
      .execute();
    await logChange(tx, { ...context, parameter: 'filterMode', oldValue: before.filter_mode, newValue: mode });
  });
}

/** Replaces one whole list. `patterns` are cleaned and checked. */
export function savePatterns(
  db: Db,
  fence: Fence,
  context: ChangeContext,
  mode: FilterMode,
  patterns: readonly string[],
) {
  const managerId = context.forUser.userId;
  return fencedDurably(db, fence, async (tx) => {
    const mine = tx.selectFrom('patterns').where('manager_id', '=', managerId).where('mode', '=', mode);
    const before = await mine.select('pattern').orderBy('position').execute();
    await tx.deleteFrom('patterns').where('manager_id', '=', managerId).where('mode', '=', mode).execute();
    if (patterns.length > 0) {
      const rows = patterns.map((pattern, position) => ({ manager_id: managerId, mode, position, pattern }));
      await tx.insertInto('patterns').values(rows).execute();
    }
    const oldValue = before.map((row) => row.pattern).join(' ');
    await logChange(tx, { ...context, parameter: `${mode}Patterns`, oldValue, newValue: patterns.join(' ') });
  });
}

/** A setting that lives in the switch: only its log line is ours. */
export function saveLoggedChange(db: Db, fence: Fence, change: Change) {
  return fencedDurably(db, fence, (tx) => logChange(tx, change));
}

async function settingsRow(tx: Tx, managerId: UserId) {
  await tx
    .insertInto('manager_settings')
    .values({
      manager_id: managerId,
      divert_all: 0,
      divert_kind: 'activeAssistant',
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
