/**
 * Which keys may be taken away from every other program for *Answer* or *Hang up*. Pure, without zod: the page judges what is pressed, the host
 * what is in a file. Keys are spelled as Electron spells them, `Control+Shift+F9`.
 *
 * - At least one of Ctrl, Alt (Option) and Cmd; Shift alone is none, and a bare function key is somebody else's.
 * - Letters, digits, F1 to F24, arrows and the like. No signs: they are elsewhere on every keyboard.
 * - Nothing that writes: Ctrl+Alt is AltGr on Windows and Linux, Option writes on macOS.
 * - Nothing that means something in every program: one modifier with a letter or digit (copy, save, find), what moves a text cursor, what ends a
 *   program or belongs to the system.
 */
import type { SystemKeyCommand, SystemKeyProblem, SystemKeys } from './systemKeys';

export type Judged = Readonly<Record<SystemKeyCommand, SystemKeyProblem | null>>;

/** In Electron's words. `Super` is Windows' own key, which belongs to Windows. */
const modifierNames: ReadonlyMap<string, 'Command' | 'Control' | 'Alt' | 'Shift' | 'mod'> = new Map([
  ...(['command', 'cmd'] as const).map((name) => [name, 'Command'] as const),
  ...(['control', 'ctrl'] as const).map((name) => [name, 'Control'] as const),
  ...(['commandorcontrol', 'cmdorctrl'] as const).map((name) => [name, 'mod'] as const),
  ...(['alt', 'option'] as const).map((name) => [name, 'Alt'] as const),
  ['shift', 'Shift'] as const,
]);
const order = ['Command', 'Control', 'Alt', 'Shift'] as const;
type Modifier = (typeof order)[number];

const moving = ['Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown', 'Insert', 'Delete', 'Backspace'];
const named = [...moving, 'Space', 'Tab', 'Return', 'Escape'];
const byLowerCase: ReadonlyMap<string, string> = new Map([
  ...named.map((key) => [key.toLowerCase(), key] as const),
  ['enter', 'Return'],
  ['esc', 'Escape'],
]);

/** Whole keys that the system or every program keeps, whatever else is allowed. */
const everywhere = [
  ...['Alt+F4', 'Control+F4', 'Control+Alt+Delete', 'Control+Alt+Backspace', 'Control+Shift+Escape'],
  ...['Control+Shift+Z', 'Control+Shift+V', 'Control+Shift+T', 'Control+Shift+N', 'Control+Shift+W', 'Control+Shift+Q'],
  // Of Linux: another terminal.
  ...Array.from({ length: 12 }, (_, at) => `Control+Alt+F${at + 1}`),
];
const onMac = [
  ...['Z', 'V', 'T', 'N', 'W', 'Q', '3', '4', '5', '6'].map((key) => `Command+Shift+${key}`),
  ...['Command+Control+Q', 'Command+Control+F', 'Command+Control+Space', 'Command+Alt+Escape', 'Command+Alt+W'],
  ...['Command+Alt+H', 'Command+Alt+M', 'Command+Alt+D', 'Command+Shift+Delete', 'Command+Shift+Backspace'],
  ...['Control+F2', 'Control+F3', 'Control+F4', 'Control+F8'],
];

interface Keys {
  readonly modifiers: readonly Modifier[];
  readonly key: string;
}

function parse(accelerator: string, isMac: boolean): Keys | null {
  const parts = accelerator.split('+');
  const key = keyOf(parts.at(-1) ?? '');
  const found = parts.slice(0, -1).map((part) => modifierNames.get(part.toLowerCase()));
  const known = found.flatMap((one) =>
    one === undefined ? [] : [one === 'mod' ? (isMac ? 'Command' : 'Control') : one],
  );
  // Electron knows no Command elsewhere.
  if (key === null || known.length < found.length || (!isMac && known.includes('Command'))) return null;
  return { modifiers: order.filter((one) => known.includes(one)), key };
}

function keyOf(text: string): string | null {
  if (/^[a-z0-9]$/i.test(text)) return text.toUpperCase();
  if (/^f([1-9]|1\d|2[0-4])$/i.test(text)) return text.toUpperCase();
  return byLowerCase.get(text.toLowerCase()) ?? null;
}

/** One spelling for the same keys; null where they are none. */
export function normalAccelerator(accelerator: string, isMac: boolean): string | null {
  const keys = parse(accelerator, isMac);
  return keys === null ? null : spell(keys);
}

function spell({ modifiers, key }: Keys): string {
  return [...modifiers, key].join('+');
}

function problemOf(accelerator: string, isMac: boolean): Exclude<SystemKeyProblem, 'same'> | null {
  const keys = parse(accelerator, isMac);
  if (keys === null) return 'notAKey';
  const { modifiers, key } = keys;
  const strong = modifiers.filter((one) => one !== 'Shift');
  if (strong.length === 0) return 'noModifier';
  if (everywhere.includes(spell(keys)) || (isMac && onMac.includes(spell(keys)))) return 'reserved';
  const isFunctionKey = /^F\d/.test(key);
  if (isFunctionKey) return null;
  const writes = key.length === 1;
  const altGr = !isMac && strong.includes('Control') && strong.includes('Alt');
  if (writes && (altGr || (isMac && strong.join() === 'Alt'))) return 'types';
  // Windows opens menus with Alt and a letter; one modifier and a letter is every program's own.
  if (writes) return modifiers.length === 1 || strong.join() === 'Alt' ? 'reserved' : null;
  return moving.includes(key) && strong.length > 1 ? null : 'reserved';
}

/** For both at once: the same keys can't do both. The first keeps them. */
export function judgeSystemKeys({ answer, hangUp }: SystemKeys, isMac: boolean): Judged {
  const same = answer !== null && hangUp !== null && alike(answer, hangUp, isMac);
  const answerProblem = answer === null ? null : problemOf(answer, isMac);
  const hangUpProblem = hangUp === null ? null : problemOf(hangUp, isMac);
  return { answer: answerProblem, hangUp: hangUpProblem ?? (same ? 'same' : null) };
}

function alike(one: string, other: string, isMac: boolean): boolean {
  const normal = normalAccelerator(one, isMac);
  return normal !== null && normal === normalAccelerator(other, isMac);
}
