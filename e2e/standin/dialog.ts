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

export const dialog = strict('dialog', { showSaveDialog, asked });
