/** How a shortcut is written for people, in the words of their keyboard, and for `aria-keyshortcuts`, which has English ones only. */
import type { TFunction } from 'i18next';
import type { en } from '../strings/en';
import { parseChord } from './chord';
import { isMac as thisIsMac } from './platform';

type KeyWord = keyof typeof en.key;

/** The same on every keyboard. */
const signs: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
};

/** Those of macOS have a sign of their own, in every language. */
const macSigns: Readonly<Record<string, string>> = {
  ...signs,
  $mod: '⌘',
  Control: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↵',
  Escape: '⎋',
  Tab: '⇥',
  Backspace: '⌫',
  Delete: '⌦',
  Home: '↖',
  End: '↘',
  PageUp: '⇞',
  PageDown: '⇟',
};

/** What the caps of Windows and Linux say, which is not the same in every language. */
const words: Readonly<Record<string, KeyWord>> = {
  $mod: 'Control',
  Control: 'Control',
  Shift: 'Shift',
  Alt: 'Alt',
  Enter: 'Enter',
  Escape: 'Escape',
  Space: 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ContextMenu: 'ContextMenu',
};

export function shortcutText(keys: string, t: TFunction, isMac = thisIsMac): string {
  const { modifiers, key } = parseChord(keys);
  return [...modifiers, key].map((part) => keyText(part, t, isMac)).join(isMac ? '' : ' ');
}

/** One key: `$mod`, `Shift`, `Delete`, `h`. */
export function keyText(key: string, t: TFunction, isMac = thisIsMac): string {
  const sign = (isMac ? macSigns : signs)[key];
  if (sign !== undefined) return sign;
  const word = words[key];
  return word === undefined ? capital(key) : t(`key.${word}`);
}

export function ariaShortcut(keys: string, isMac = thisIsMac): string {
  const { modifiers, key } = parseChord(keys);
  const parts = modifiers.map((part) => (part === '$mod' ? (isMac ? 'Meta' : 'Control') : part));
  return [...parts, capital(key)].join('+');
}

function capital(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}
