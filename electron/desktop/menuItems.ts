/** The page's menu items as Electron wants them. Pure. */
import type { KeyboardEvent, MenuItemConstructorOptions } from 'electron';
import type { MenuItem } from '../../shared/desktop/menu';

export const line: MenuItemConstructorOptions = { type: 'separator' };

/** Only of `Command+…` and macOS: what the entries of the system itself answer to there. */
const systemKeys: ReadonlySet<string> = new Set(
  [...['A', 'C', 'V', 'X', 'Z', 'Shift+Z', 'Q', 'W', 'M', 'H', 'Alt+H', '0', 'Plus', '-'], 'Control+F'].map(
    (keys) => `Command+${keys}`,
  ),
);

export function nativeItems(
  items: readonly MenuItem[],
  platform: NodeJS.Platform,
  run: (command: string) => void,
): MenuItemConstructorOptions[] {
  return items.map((item) => (item.kind === 'line' ? line : nativeItem(item, platform, run)));
}

function nativeItem(
  { command, label, accelerator, enabled, checked }: Extract<MenuItem, { kind: 'command' }>,
  platform: NodeJS.Platform,
  run: (command: string) => void,
): MenuItemConstructorOptions {
  const keys = accelerator === null || isTaken(accelerator, platform) ? null : accelerator;
  return {
    id: command,
    label: plain(label),
    enabled,
    ...(checked !== null && { type: 'checkbox' as const, checked }),
    ...(keys !== null && { accelerator: keys, registerAccelerator: false }),
    click(_item, _window, event) {
      if (!isByKey(event)) run(command);
    },
  };
}

/**
 * The keys in menus are there to be read: the page hears them itself, in its own way (a text field keeps Select all, an open dialog is not
 * disturbed). Windows and Linux don't register them (`registerAccelerator`). macOS has no such choice: there a key that the page has left alone,
 * on purpose, comes here as a click `triggeredByAccelerator`, and is left alone again. So no key runs a command twice, or against the page's will.
 */
function isByKey(event: KeyboardEvent | undefined): boolean {
  return event?.triggeredByAccelerator === true;
}

/** On macOS the first entry with a key gets it, and copying must stay copying. */
function isTaken(accelerator: string, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && systemKeys.has(accelerator);
}

/** A single `&` would mark a letter for the Alt key. */
export function plain(label: string): string {
  return label.replaceAll('&', '&&');
}

/** Windows and Linux open menus with Alt and a letter: the first of each name that no other has. Names without Latin letters get none. */
export function withAccessKeys(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const letter = label.match(/[a-z]/gi)?.find((one) => !taken.has(one.toLowerCase()));
    if (letter === undefined) return plain(label);
    taken.add(letter.toLowerCase());
    const at = label.indexOf(letter);
    return `${plain(label.slice(0, at))}&${plain(label.slice(at))}`;
  });
}
