/** One console a person: a second start brings the first one's window to the front, or opens what it names, and its arguments are obeyed in nothing else. */
import { app } from 'electron';
import type { Log } from '../core/log';
import { openFiles } from './filesToOpen';
import { openLinks } from './links';
import { logOthers, sortArguments } from './startArguments';

/** False where another console runs already: this one must end. */
export function isOnlyInstance(show: () => void, log: Log): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, folder) => {
    const named = sortArguments(argv.slice(1), folder);
    logOthers(named, log);
    const opened = openFiles(named.files);
    // The question about a link brings the window to the front by itself.
    if (!openLinks(named.links) && !opened) show();
  });
  return true;
}
