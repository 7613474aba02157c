/** One console a person: a second start brings the first one's window to the front. */
import { app, BrowserWindow } from 'electron';

/** False where another console runs already: this one must end. */
export function isOnlyInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  return true;
}
