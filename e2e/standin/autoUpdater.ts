/** Electron's own `autoUpdater`, as far as electron-updater makes use of it away from macOS: it hears that the app ends for an update. */
import { StrictEmitter, strict } from './strict';

export const autoUpdater = strict('autoUpdater', new StrictEmitter('autoUpdater', ['before-quit-for-update']));
