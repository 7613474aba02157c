/**
 * Keys pressed together, as text: `$mod+Shift+h`, `F2`, `$mod+/`. `$mod` is Ctrl, or Cmd on macOS; `Control` is macOS' own Ctrl.
 * Written in this order: `$mod`, `Control`, `Alt`, `Shift`, then the key as `KeyboardEvent.key` names it, letters in lower case.
 */

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  getModifierState(name: string): boolean;
}

const modifiers = ['$mod', 'Control', 'Alt', 'Shift'] as const;

export interface Chord {
  readonly modifiers: readonly string[];
  readonly key: string;
}

export function parseChord(keys: string): Chord {
  const parts = keys.split('+');
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' };
}

/** One spelling for one chord: for comparing what files and people have written. */
export function normalChord(keys: string): string {
  const chord = parseChord(keys);
  const known = modifiers.filter((one) => chord.modifiers.some((given) => given.toLowerCase() === one.toLowerCase()));
  return [...known, chord.key.length === 1 ? chord.key.toLowerCase() : chord.key].join('+');
}

/**
 * Every spelling a key press has, the best first; none where it is typing. AltGr writes characters on European keyboards and looks like
 * Ctrl+Alt; an input method is being spelled to; a dead key waits for its letter. None of them is a shortcut.
 */
export function chordsOf(event: KeyPress, isMac: boolean): string[] {
  if (event.isComposing || ignored.has(event.key) || event.getModifierState('AltGraph')) return [];
  if (!isMac && (event.metaKey || looksLikeAltGr(event))) return [];
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const control = isMac && event.ctrlKey;
  const spell = (key: string, shift: boolean): string =>
    [mod ? '$mod' : '', control ? 'Control' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
      .filter((part) => part !== '')
      .join('+');
  const modified = mod || control || event.altKey;
  const key = keyOf(event, isMac);
  const spellings = [spell(key, event.shiftKey)];
  // `/` is Shift+7 on a German keyboard: the sign counts, however it is made.
  if (modified && event.shiftKey && /^[^\p{L}\d]$/u.test(key)) spellings.push(spell(key, false));
  // The digits of a French keyboard need Shift: with Ctrl they are meant without.
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (modified && digit !== undefined && digit !== key) spellings.push(spell(digit, event.shiftKey));
  return spellings;
}

const ignored = new Set(['Process', 'Dead', 'Unidentified', 'Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Older systems don't name AltGr: then Ctrl and Alt are down and what comes is not the letter on the key. */
function looksLikeAltGr(event: KeyPress): boolean {
  if (!event.ctrlKey || !event.altKey || event.key.length !== 1) return false;
  return event.key.toLowerCase() !== latinOf(event.code);
}

function keyOf(event: KeyPress, isMac: boolean): string {
  // Option writes signs on macOS; keyboards of other scripts have their own letters: there the key's place says which letter is meant.
  const otherScript = /^\p{L}$/u.test(event.key) && !/^\p{Script=Latin}$/u.test(event.key);
  const byPlace = otherScript || (isMac && event.altKey && event.key.length === 1);
  const key = byPlace ? (latinOf(event.code) ?? event.key) : event.key;
  if (key === '+') return 'Plus';
  if (key === ' ') return 'Space';
  return key.length === 1 ? key.toLowerCase() : key;
}

const signs: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
};

/** What stands on this place of a keyboard with Latin letters. */
function latinOf(code: string): string | null {
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? /^Digit(\d)$/.exec(code)?.[1] ?? signs[code] ?? null;
}

/** What these do in a text field is theirs there: select all, move, delete. Hold has Ctrl+L outside of text fields only (product §6). */
const editing = new Set([
  '$mod+a',
  '$mod+l',
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Backspace', 'Delete'].flatMap((key) => [
    `$mod+${key}`,
    `$mod+Shift+${key}`,
    `Alt+${key}`,
    `Shift+${key}`,
    `Control+${key}`,
  ]),
]);

/** Can these keys be a shortcut while the focus is in a text field? */
export function worksInText(keys: string): boolean {
  return !editing.has(normalChord(keys));
}
