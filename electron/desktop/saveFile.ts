/** A file for the person to keep: where it goes is chosen in the system's own Save dialog, and nowhere else is written. */
import { BrowserWindow, dialog } from 'electron';
import type { SavedFile } from '../../shared/bridge';
import { writeWhole } from '../core/files/wholeFile';
import type { Log } from '../core/log';

export async function saveFile(name: string, text: string, title: string, log: Log): Promise<SavedFile> {
  const options = { title, defaultPath: name, filters: [{ name: 'CSV', extensions: ['csv'] }] };
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (canceled || filePath === '') return { status: 'cancelled' };
  const written = writeWhole(filePath, text);
  if (written.ok) return { status: 'saved' };
  log.warn({ problem: written.error.message }, 'a file could not be saved where it was wanted');
  return { status: 'failed' };
}
