/** Keys that are no command's to have: the system or the browser keeps them, or everybody relies on them everywhere. */
import { normalChord, parseChord } from '../commands/chord';

export type ReservedFor = 'system' | 'browser' | 'editing';

const browser = [
  // A page never gets these.
  ...[
    'n',
    't',
    'w',
    'Shift+n',
    'Shift+t',
    'Shift+w',
    'Shift+q',
    'q',
    'Tab',
    'Shift+Tab',
    'PageUp',
    'PageDown',
    'F4',
  ].map(mod),
  // Reload, developer tools, zoom, print, full screen, help, back and forward.
  ...['r', 'Shift+r', 'F5', 'Shift+i', 'Shift+j', 'Shift+c', '0', '-', '=', 'Plus', 'p', 'Shift+Delete'].map(mod),
  ...['F1', 'F3', 'F5', 'F11', 'F12', 'Shift+F5', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', '$mod+Alt+i'],
];

/** What edits text, in every program there is. Select-all is not among them: it is Answer outside of text fields (product §6). */
const editing = [
  ...['c', 'v', 'x', 'z', 'y', 'Shift+z', 'Shift+v', 'Insert'].map(mod),
  ...['Shift+Insert', 'Shift+Delete'],
];

const windowsAndLinux = [
  ...['F10', 'Shift+F10', 'Alt+F4', 'Alt+Tab', 'Alt+Space', 'Alt+Escape', '$mod+Escape', '$mod+Shift+Escape'],
  ...['$mod+Alt+Delete', 'Alt+f', 'Alt+e', 'Alt+v', 'Alt+w', 'Alt+d'],
];

const mac = [
  ...[
    'h',
    'm',
    'Space',
    '`',
    'Alt+h',
    'Alt+m',
    'Alt+Escape',
    'Shift+3',
    'Shift+4',
    'Shift+5',
    'Control+f',
    'Control+q',
  ].map(mod),
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Space'].map((key) => `Control+${key}`),
  ...['Shift+F10', '$mod+F5', '$mod+Alt+F5'],
];

function mod(keys: string): string {
  return `$mod+${keys}`;
}

const sets = {
  browser: new Set(browser.map(normalChord)),
  editing: new Set(editing.map(normalChord)),
  other: new Set(windowsAndLinux.map(normalChord)),
  mac: new Set(mac.map(normalChord)),
};

export function reservedFor(keys: string, isMac: boolean): ReservedFor | null {
  const chord = normalChord(keys);
  if (sets[isMac ? 'mac' : 'other'].has(chord)) return 'system';
  if (sets.editing.has(chord)) return 'editing';
  return sets.browser.has(chord) ? 'browser' : null;
}

/** Would these keys write something, or move about, where there is no shortcut? Ctrl+Alt is AltGr; Option writes on macOS. */
export function typesSomething(keys: string, isMac: boolean): boolean {
  const { modifiers, key } = parseChord(normalChord(keys));
  if (/^F\d{1,2}$/.test(key)) return false;
  const alt = modifiers.includes('Alt');
  const writes = key.length === 1 || key === 'Plus' || key === 'Space';
  if (!isMac && alt && modifiers.includes('$mod')) return writes;
  if (modifiers.includes('$mod') || modifiers.includes('Control')) return false;
  return isMac || !alt;
}
