/** Pages load nothing from outside and download nothing: a file to keep goes through the bridge and the system's Save dialog (saveFile.ts). */
import { session } from 'electron';
import type { Log } from '../core/log';

/** All that is not ours. The link to the service is no page's: the main process has sockets of its own. */
const outside = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file:///*'];

export function denyDownloads(log: Log): void {
  const { defaultSession } = session;
  defaultSession.on('will-download', (event) => {
    event.preventDefault();
    log.warn({ what: 'download' }, 'denied');
  });
  // The content policy says so already; this holds for a page without one, too.
  defaultSession.webRequest.onBeforeRequest({ urls: outside }, (_details, answer) => {
    log.warn({ what: 'loading from outside' }, 'denied');
    answer({ cancel: true });
  });
}
