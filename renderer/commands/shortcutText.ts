/** How a shortcut is written for people, and for `aria-keyshortcuts`. */
const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

const people: Readonly<Record<string, string>> = isMac
  ? { $mod: '⌘', Shift: '⇧', Alt: '⌥' }
  : { $mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };

export function shortcutText(keys: string): string {
  const parts = keys.split('+').map((part) => people[part] ?? capital(part));
  return parts.join(isMac ? '' : ' ');
}

export function ariaShortcut(keys: string): string {
  return keys
    .split('+')
    .map((part) => (part === '$mod' ? (isMac ? 'Meta' : 'Control') : capital(part)))
    .join('+');
}

function capital(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}
