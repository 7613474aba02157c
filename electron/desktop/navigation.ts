/** Pages stay where they are: no navigation, no new window, no webview, whoever asks. */
import { app } from 'electron';
import type { Log } from '../core/log';

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
    contents.setWindowOpenHandler(() => {
      log.warn({ what: 'new window' }, 'denied');
      return { action: 'deny' };
    });
  });
}
