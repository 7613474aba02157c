/** One console a person: a second start brings the first one's window to the front, or the recordings it names. */
import { app } from 'electron';
import { openFilesOf } from './filesToOpen';

/** False where another console runs already: this one must end. */
export function isOnlyInstance(show: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, folder) => {
    if (!openFilesOf(argv, folder)) show();
  });
  return true;
}
