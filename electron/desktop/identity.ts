/** Who we are to Windows: notifications, the taskbar and the shortcut of the installer belong together by this name. */
import { app } from 'electron';

/** The same as the installer's (build/package/about.ts; a test compares them). */
export const appId = 'org.assistantconsole.desktop';

export function nameToWindows(): void {
  if (process.platform !== 'win32') return;
  // A copy that is not installed has no shortcut of that name, and Windows would show nothing of its notifications.
  app.setAppUserModelId(app.isPackaged ? appId : process.execPath);
}
