/** A speed dial as it is being written in the dialog. Pure. */
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import type { SpeedDial, SpeedDials } from '../../../shared/console/speedDials';
import { oneLine } from './clean';
import { addEntry, addGroup, changeEntry } from './edit';
import {
  cleanFields,
  entryProblems,
  groupProblem,
  hasProblem,
  type EntryFields,
  type EntryProblems,
  type GroupProblem,
} from './problems';

export interface Draft extends EntryFields {
  /** Null: a new one, named `newGroup`. */
  readonly groupId: string | null;
  readonly newGroup: string;
}

export interface DraftProblems extends EntryProblems {
  readonly group: GroupProblem | null;
  /** There are as many entries as there can be. */
  readonly full: boolean;
}

export function draftProblems(draft: Draft, dials: SpeedDials, isNew: boolean): DraftProblems {
  const known = dials.groups.some(({ id }) => id === draft.groupId);
  return {
    ...entryProblems(cleanFields(draft)),
    group: known ? null : groupProblem(oneLine(draft.newGroup), dials),
    full: isNew && dials.entries.length >= speedDialLimits.entries,
  };
}

export function canSave(problems: DraftProblems): boolean {
  return !hasProblem(problems) && problems.group === null && !problems.full;
}

/** The list with the draft in it; `ids` for what is new. */
export function withDraft(
  now: SpeedDials,
  draft: Draft,
  entry: SpeedDial | null,
  ids: { readonly entry: string; readonly group: string },
): SpeedDials {
  const known = now.groups.find(({ id }) => id === draft.groupId);
  const grouped = known === undefined ? addGroup(now, { id: ids.group, name: oneLine(draft.newGroup) }) : now;
  const fields = { ...cleanFields(draft), groupId: known?.id ?? ids.group };
  const stillThere = entry !== null && now.entries.some(({ id }) => id === entry.id);
  return stillThere ? changeEntry(grouped, entry.id, fields) : addEntry(grouped, { id: ids.entry, ...fields });
}
