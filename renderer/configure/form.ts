/**
 * Everything in the dialog that is not saved yet. Pure; it lives as long as it differs from what the service has, whatever happens to the
 * link or to the dialog meanwhile. `base` is what the draft began from: that, the draft and the service's present say who changed what.
 */
import type { FilterMode } from '../../shared/calls/model';
import type { UserId } from '../../shared/ids';
import { maxPatternsPerList } from '../../shared/routing/pattern';
import { draftOf, targetOf, type DivertDraft } from './divertDraft';
import { emptyEntry, entryProblem, withEntry, type Entry } from './entry';
import { partNames, sameList, samePart, type Part, type Parts } from './parts';

export interface Form {
  readonly base: Parts;
  readonly assistant: UserId | null;
  readonly divert: DivertDraft;
  readonly lists: Readonly<Record<FilterMode, readonly string[]>>;
  readonly entries: Readonly<Record<FilterMode, Entry>>;
  /** Earlier forms of a list, the latest last. */
  readonly past: Readonly<Record<FilterMode, readonly (readonly string[])[]>>;
  /** Parts that somebody else changed while the dialog was open, and that are shown as they are now. */
  readonly renewed: readonly Part[];
}

const undoSteps = 50;
export const filterModes: readonly FilterMode[] = ['inclusive', 'exclusive'];

export function newForm(base: Parts): Form {
  return {
    base,
    assistant: base.assistant,
    divert: draftOf(base.divert),
    lists: { inclusive: base.inclusive, exclusive: base.exclusive },
    entries: { inclusive: emptyEntry, exclusive: emptyEntry },
    past: { inclusive: [], exclusive: [] },
    renewed: [],
  };
}

/** What would be saved. A divert target that is not whole yet counts as the one it began from; `divertProblem` says so. */
export function wanted(form: Form): Parts {
  const target = targetOf(form.divert);
  return { assistant: form.assistant, divert: target.ok ? target.value : form.base.divert, ...form.lists };
}

export function divertProblem(form: Form) {
  const target = targetOf(form.divert);
  return target.ok ? null : target.error;
}

/** Parts that differ from what the service has. */
export function changedParts(form: Form, now: Parts): Part[] {
  const mine = wanted(form);
  return partNames.filter((part) => !samePart(part, mine, now));
}

/** Is there anything that closing would lose? */
export function isUnsaved(form: Form, now: Parts): boolean {
  const typing = filterModes.some((mode) => form.entries[mode].text.trim() !== '');
  return typing || divertProblem(form) !== null || changedParts(form, now).length > 0;
}

export function withList(form: Form, mode: FilterMode, list: readonly string[]): Form {
  if (sameList(list, form.lists[mode])) return form;
  const past = [...form.past[mode], form.lists[mode]].slice(-undoSteps);
  return { ...form, lists: { ...form.lists, [mode]: list }, past: { ...form.past, [mode]: past } };
}

export function undone(form: Form, mode: FilterMode): Form {
  const before = form.past[mode].at(-1);
  if (before === undefined) return form;
  const past = { ...form.past, [mode]: form.past[mode].slice(0, -1) };
  return { ...form, lists: { ...form.lists, [mode]: before }, past, entries: { ...form.entries, [mode]: emptyEntry } };
}

export function withEntryText(form: Form, mode: FilterMode, entry: Entry): Form {
  return { ...form, entries: { ...form.entries, [mode]: entry } };
}

/** Puts what is typed into its list, where nothing is wrong with it. */
export function entered(form: Form, mode: FilterMode): Form {
  const entry = form.entries[mode];
  if (entry.text.trim() === '' || entryProblem(form.lists[mode], entry) !== null) return form;
  const put = withList(form, mode, withEntry(form.lists[mode], entry));
  return withEntryText(put, mode, emptyEntry);
}

/** The first list whose field holds something that cannot be put into it. */
export function unfinished(form: Form): FilterMode | null {
  const bad = (mode: FilterMode): boolean => {
    const entry = form.entries[mode];
    return entry.text.trim() !== '' && entryProblem(form.lists[mode], entry) !== null;
  };
  return filterModes.find(bad) ?? null;
}

export function overfull(form: Form): FilterMode | null {
  return filterModes.find((mode) => form.lists[mode].length > maxPatternsPerList) ?? null;
}
