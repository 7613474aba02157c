/** Pages download nothing: a file to keep goes through the bridge and the system's Save dialog (saveFile.ts). */
import { session } from 'electron';
import type { Log } from '../core/log';

export function denyDownloads(log: Log): void {
  session.defaultSession.on('will-download', (event) => {
    event.preventDefault();
    log.warn({ what: 'download' }, 'denied');
  });
}
