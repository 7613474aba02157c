/** Electron's `globalShortcut`, as data: tests press the keys. `STANDIN_TAKEN_KEYS` lists those of other programs, comma between them. */
import { innerApp } from './app';
import { strict } from './strict';

const ofOthers = new Set((process.env['STANDIN_TAKEN_KEYS'] ?? '').split(','));
const registered = new Map<string, () => void>();

/** What Electron takes: modifiers of its own, and one key of its own at the end. Everything else throws there. */
const accelerator =
  /^(?:(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|Shift|Super|Meta)\+)*(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Space|Tab|Return|Escape)$/;

function known(keys: string): void {
  if (!innerApp.isReady()) throw new Error('globalShortcut cannot be used before the app is ready');
  if (!accelerator.test(keys)) throw new TypeError(`Error processing argument at index 0: ${keys}`);
}

export const globalShortcut = strict('globalShortcut', {
  register(keys: string, press: () => void): boolean {
    known(keys);
    if (ofOthers.has(keys) || registered.has(keys)) return false;
    registered.set(keys, press);
    return true;
  },
  unregister(keys: string): void {
    known(keys);
    registered.delete(keys);
  },
  /** For tests: in the order in which they were registered. */
  registered: () => [...registered.keys()],
  /** For tests: somebody presses them, whatever program is in front. */
  press(keys: string): void {
    const press = registered.get(keys);
    if (press === undefined) throw new Error(`stand-in: nobody has registered ${keys}`);
    press();
  },
});
