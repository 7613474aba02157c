/** Keys that work in every program, as somebody presses them: what is kept, or why they are refused. Pure. */
import { judgeSystemKeys, normalAccelerator } from '../../shared/desktop/judgeSystemKeys';
import type { SystemKeyCommand, SystemKeyProblem, SystemKeys } from '../../shared/desktop/systemKeys';
import { fail, ok, type Result } from '../../shared/result';
import { normalChord } from '../commands/chord';
import type { CommandName } from '../commands/names';
import { indexShortcuts } from '../commands/shortcutIndex';
import type { AppState } from '../store/state';
import { acceleratorOf } from '../desktop/accelerator';

export type SystemKeyRefusal =
  | { readonly kind: SystemKeyProblem }
  /** One of the console's own shortcuts would never be heard again. */
  | { readonly kind: 'conflict'; readonly with: CommandName };

type Keys = Pick<AppState['preferences'], 'systemKeys' | 'shortcuts'>;

/** `spellings`: as chord.ts spells what was pressed; one of them may be the key's name where the first is a sign (`Shift+1` is `!`). */
export function takeSystemKeys(
  { systemKeys, shortcuts }: Keys,
  command: SystemKeyCommand,
  spellings: readonly string[],
  isMac: boolean,
): Result<SystemKeys, SystemKeyRefusal> {
  const accelerator = spellings
    .map((chord) => normalAccelerator(acceleratorOf(chord, isMac) ?? '', isMac))
    .find((one) => one !== null);
  if (accelerator === undefined) return fail({ kind: 'notAKey' });
  const wanted = { ...systemKeys, [command]: accelerator };
  const problem = judgeSystemKeys({ answer: null, hangUp: null, [command]: accelerator }, isMac)[command];
  if (problem !== null) return fail({ kind: problem });
  if (judgeSystemKeys(wanted, isMac).hangUp === 'same') return fail({ kind: 'same' });
  const owner = ownerOf(accelerator, command, { shortcuts }, isMac);
  return owner === null ? ok(wanted) : fail({ kind: 'conflict', with: owner });
}

/** Which other command of this window has these keys; its own may have them everywhere. */
export function ownerOf(
  accelerator: string,
  command: SystemKeyCommand,
  preferences: Pick<Keys, 'shortcuts'>,
  isMac: boolean,
): CommandName | null {
  const owner = indexShortcuts(preferences).get(chordOf(accelerator, isMac));
  return owner === undefined || owner === command ? null : owner;
}

const names: ReadonlyMap<string, string> = new Map([
  ...['Up', 'Down', 'Left', 'Right'].map((key) => [key, `Arrow${key}`] as const),
  ['Return', 'Enter'],
  ['Command', '$mod'],
]);

/** As the console writes keys, for showing and comparing; a text that is no keys stays as it is. */
export function chordOf(accelerator: string, isMac: boolean): string {
  const normal = normalAccelerator(accelerator, isMac);
  if (normal === null) return accelerator;
  const parts = normal.split('+').map((part) => (part === 'Control' && !isMac ? '$mod' : (names.get(part) ?? part)));
  return normalChord(parts.join('+'));
}
