/** A shortcut as Electron spells keys (`Command+Shift+H`, `F2`), for menus that show it; null for a key that Electron has no name for. */
import { parseChord } from '../commands/chord';

const keys: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Enter',
  Escape: 'Esc',
  Space: 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Plus: 'Plus',
};

export function acceleratorOf(shortcut: string, isMac: boolean): string | null {
  const { modifiers, key } = parseChord(shortcut);
  const name = keyName(key);
  if (name === null) return null;
  return [...modifiers.map((one) => (one === '$mod' ? (isMac ? 'Command' : 'Control') : one)), name].join('+');
}

function keyName(key: string): string | null {
  // Those of other alphabets are on no key that a menu could name.
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^[!-~]$/.test(key) || /^F([1-9]|1\d|2[0-4])$/.test(key)) return key;
  return keys[key] ?? null;
}
