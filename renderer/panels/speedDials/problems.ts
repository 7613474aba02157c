/** What is wrong with a speed dial or the name of a group, field by field. The limits are those of shared/console/speedDials. */
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import type { SpeedDials } from '../../../shared/console/speedDials';
import { cleanDialString, type DialProblem } from '../../../shared/routing/dialString';
import { manyLines, oneLine } from './clean';

export interface EntryFields {
  readonly name: string;
  readonly number: string;
  readonly notes: string;
}

export type TextProblem = 'empty' | 'tooLong';
export type GroupProblem = TextProblem | 'taken' | 'tooMany';

export interface EntryProblems {
  readonly name: TextProblem | null;
  readonly number: DialProblem | null;
  readonly notes: 'tooLong' | null;
}

export function cleanFields({ name, number, notes }: EntryFields): EntryFields {
  return { name: oneLine(name), number: oneLine(number), notes: manyLines(notes) };
}

/** Of cleaned fields. */
export function entryProblems({ name, number, notes }: EntryFields): EntryProblems {
  const dialled = cleanDialString(number);
  return {
    name: textProblem(name),
    number: dialled.ok ? (number.length > speedDialLimits.numberLength ? 'tooLong' : null) : dialled.error,
    notes: notes.length > speedDialLimits.notesLength ? 'tooLong' : null,
  };
}

export function hasProblem(problems: EntryProblems): boolean {
  return problems.name !== null || problems.number !== null || problems.notes !== null;
}

export function textProblem(cleaned: string): TextProblem | null {
  if (cleaned === '') return 'empty';
  return cleaned.length > speedDialLimits.nameLength ? 'tooLong' : null;
}

/** `except`: the group that is being renamed. */
export function groupProblem(cleaned: string, dials: SpeedDials, except: string | null = null): GroupProblem | null {
  const wrong = textProblem(cleaned);
  if (wrong !== null) return wrong;
  if (dials.groups.some(({ id, name }) => id !== except && sameName(name, cleaned))) return 'taken';
  return except === null && dials.groups.length >= speedDialLimits.groups ? 'tooMany' : null;
}

/** Two groups that differ in capitals only would be one to everybody. */
export function comparableName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export function sameName(a: string, b: string): boolean {
  return comparableName(a) === comparableName(b);
}
