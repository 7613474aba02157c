/** How a shortcut is written for people, and for `aria-keyshortcuts`. */
import { parseChord } from './chord';
import { isMac as thisIsMac } from './platform';

const modifierNames: Readonly<Record<'mac' | 'other', Readonly<Record<string, string>>>> = {
  mac: { $mod: '⌘', Control: '⌃', Shift: '⇧', Alt: '⌥' },
  other: { $mod: 'Ctrl', Control: 'Ctrl', Shift: 'Shift', Alt: 'Alt' },
};

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Backspace: '⌫',
  Plus: '+',
};

export function shortcutText(keys: string, isMac = thisIsMac): string {
  const { modifiers, key } = parseChord(keys);
  const names = modifierNames[isMac ? 'mac' : 'other'];
  const parts = [...modifiers.map((part) => names[part] ?? part), keyNames[key] ?? capital(key)];
  return parts.join(isMac ? '' : ' ');
}

export function ariaShortcut(keys: string, isMac = thisIsMac): string {
  const { modifiers, key } = parseChord(keys);
  const parts = modifiers.map((part) => (part === '$mod' ? (isMac ? 'Meta' : 'Control') : part));
  return [...parts, capital(key)].join('+');
}

function capital(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}
