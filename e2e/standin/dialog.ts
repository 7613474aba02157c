/** Electron's `dialog`: the Save dialog of a person who presses Save in the folder `STANDIN_SAVE_DIR`, or Cancel where there is none. */
import path from 'node:path';
import { strict } from './strict';

interface SaveOptions {
  readonly title: string;
  readonly defaultPath: string;
  readonly filters: readonly { readonly name: string; readonly extensions: readonly string[] }[];
}

const known: ReadonlySet<string> = new Set(['title', 'defaultPath', 'filters']);

/** For tests: what has been asked, oldest first. */
const asked: SaveOptions[] = [];

function showSaveDialog(
  ...args: readonly [SaveOptions] | readonly [object, SaveOptions]
): Promise<{ readonly canceled: boolean; readonly filePath: string }> {
  const options = args.length === 1 ? args[0] : args[1];
  for (const option of Object.keys(options))
    if (!known.has(option)) throw new Error(`stand-in: dialog option ${option}`);
  if (options.title === '') throw new Error('stand-in: a Save dialog without a title');
  asked.push(options);
  const folder = process.env['STANDIN_SAVE_DIR'];
  if (folder === undefined) return Promise.resolve({ canceled: true, filePath: '' });
  return Promise.resolve({ canceled: false, filePath: path.join(folder, path.basename(options.defaultPath)) });
}

interface BoxOptions {
  readonly message: string;
  readonly buttons: readonly string[];
  readonly signal?: AbortSignal;
}

const knownOfBoxes: ReadonlySet<string> = new Set([
  ...['type', 'title', 'message', 'detail', 'buttons', 'defaultId', 'cancelId', 'noLink', 'signal'],
]);

interface Box {
  readonly options: BoxOptions;
  answer(response: number): void;
}

/** On the screen now, oldest first. */
const open = new Set<Box>();

function showMessageBox(
  ...args: readonly [BoxOptions] | readonly [object, BoxOptions]
): Promise<{ readonly response: number; readonly checkboxChecked: boolean }> {
  const options = args.length === 1 ? args[0] : args[1];
  for (const option of Object.keys(options))
    if (!knownOfBoxes.has(option)) throw new Error(`stand-in: message box option ${option}`);
  return new Promise((resolve) => {
    const box: Box = {
      options,
      answer(response) {
        open.delete(box);
        resolve({ response, checkboxChecked: false });
      },
    };
    open.add(box);
    options.signal?.addEventListener('abort', () => box.answer(0));
  });
}

function showErrorBox(title: string, content: string): void {
  console.error(`stand-in: error box: ${title}: ${content}`);
}

export const dialog = strict('dialog', {
  showSaveDialog,
  asked,
  showMessageBox,
  showErrorBox,
  /** For tests: the message boxes on the screen, without what is no data. */
  boxes: () => [...open].map(({ options: { message, buttons } }) => ({ message, buttons })),
  /** For tests: a person presses the button with this text in the oldest one. */
  press(text: string): void {
    const [box] = open;
    const at = box?.options.buttons.indexOf(text) ?? -1;
    if (box === undefined || at === -1) throw new Error(`stand-in: no box with the button ${text}`);
    box.answer(at);
  },
});
