/** Pages stay where they are: no navigation, no new window, no webview, whoever asks. There is no link out of the console, so none is opened in a browser either. */
import { app } from 'electron';
import type { WebContents } from 'electron';
import type { Log } from '../core/log';

/** Of every page there will ever be, ours or not: before the first window opens. */
export function denyNavigation(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    const deny = (what: string) => (event: { preventDefault(): void }) => {
      event.preventDefault();
      log.warn({ what }, 'denied');
    };
    contents.on('will-navigate', deny('navigation'));
    contents.on('will-frame-navigate', deny('frame navigation'));
    contents.on('will-redirect', deny('redirect'));
    contents.on('will-attach-webview', deny('webview'));
    // A page that does not want to be closed is closed all the same: preventing this ignores its wish.
    contents.on('will-prevent-unload', deny('staying open'));
    contents.on('select-bluetooth-device', (event, _devices, answer) => {
      deny('bluetooth')(event);
      answer('');
    });
    denyWindows(contents, log);
  });
}

function denyWindows(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(() => {
    log.warn({ what: 'new window' }, 'denied');
    return { action: 'deny' };
  });
}
