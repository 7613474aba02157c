/** A file for the person to keep: where it goes is chosen in the system's own Save dialog, and nowhere else is written. */
import path from 'node:path';
import { dialog } from 'electron';
import type { SavedFile } from '../../shared/bridge';
import { writeWhole } from '../core/files/wholeFile';
import type { Log } from '../core/log';
import { consoleWindows } from './window';
import type { Words } from './words';

export async function saveFile(
  name: string,
  content: string | Uint8Array,
  words: Pick<Words, 'saveAs' | 'recordingFile'>,
  log: Log,
): Promise<SavedFile> {
  const extension = path.extname(name).slice(1);
  const kind = extension === 'acsession' ? words.recordingFile : extension.toUpperCase();
  const options = { title: words.saveAs, defaultPath: name, filters: [{ name: kind, extensions: [extension] }] };
  const [window] = consoleWindows();
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (canceled || filePath === '') return { status: 'cancelled' };
  const written = writeWhole(filePath, content);
  if (written.ok) return { status: 'saved' };
  log.warn({ problem: written.error.message }, 'a file could not be saved where it was wanted');
  return { status: 'failed' };
}
