/** When somebody else changes what is being edited: what was not touched here follows, what was is asked about, nothing is overwritten unseen. */
import type { FilterMode } from '../../shared/calls/model';
import { maxPatternsPerList } from '../../shared/routing/pattern';
import { draftOf } from './divertDraft';
import { divertProblem, wanted, type Form } from './form';
import { partNames, sameList, samePart, type Part, type Parts } from './parts';

/** How a conflict ends: theirs replaces mine, mine is to replace theirs, or both lists' changes are made. */
export type Choice = 'theirs' | 'mine' | 'both';

/** The form with everything in it that needs no question. Returns the same form where there is nothing to do. */
export function settled(form: Form, now: Parts): Form {
  return partNames.reduce((next, part) => {
    if (samePart(part, now, next.base)) return next;
    if (isUntouched(next, part))
      return { ...takeOver(next, part, now), renewed: [...without(next.renewed, part), part] };
    // Mine, come back from the service; or both thought of the same.
    return isWhole(next, part) && samePart(part, wanted(next), now) ? onBase(next, part, now) : next;
  }, form);
}

/** Parts that were changed here and, differently, by somebody else. `form` is settled. */
export function conflicts(form: Form, now: Parts): Part[] {
  return partNames.filter((part) => !samePart(part, now, form.base));
}

export function resolved(form: Form, part: Part, now: Parts, choice: Choice): Form {
  if (choice === 'theirs') return takeOver(form, part, now);
  if (choice === 'both' && isList(part)) {
    const both = combined(form.base[part], form.lists[part], now[part]);
    return { ...onBase(form, part, now), lists: { ...form.lists, [part]: both }, past: { ...form.past, [part]: [] } };
  }
  return onBase(form, part, now);
}

/** Only lists can be put together, and only where everything fits into one. */
export function canCombine(form: Form, part: Part, now: Parts): boolean {
  if (!isList(part)) return false;
  const both = combined(form.base[part], form.lists[part], now[part]);
  return both.length <= maxPatternsPerList && !sameList(both, form.lists[part]) && !sameList(both, now[part]);
}

/** Theirs, with what was added and without what was removed here. */
export function combined(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const removed = new Set(base.filter((pattern) => !mine.includes(pattern)));
  const added = mine.filter((pattern) => !base.includes(pattern) && !theirs.includes(pattern));
  return [...theirs.filter((pattern) => !removed.has(pattern)), ...added];
}

function isList(part: Part): part is FilterMode {
  return part === 'inclusive' || part === 'exclusive';
}

function isWhole(form: Form, part: Part): boolean {
  return part !== 'divert' || divertProblem(form) === null;
}

function isUntouched(form: Form, part: Part): boolean {
  return isWhole(form, part) && samePart(part, wanted(form), form.base);
}

function onBase(form: Form, part: Part, now: Parts): Form {
  return { ...form, base: { ...form.base, [part]: now[part] } };
}

function takeOver(form: Form, part: Part, now: Parts): Form {
  const next = onBase(form, part, now);
  switch (part) {
    case 'assistant':
      return { ...next, assistant: now.assistant };
    case 'divert':
      return { ...next, divert: draftOf(now.divert) };
    case 'inclusive':
    case 'exclusive':
      return { ...next, lists: { ...form.lists, [part]: now[part] }, past: { ...form.past, [part]: [] } };
  }
}

function without(parts: readonly Part[], part: Part): Part[] {
  return parts.filter((other) => other !== part);
}
