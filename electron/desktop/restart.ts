/** Ends the console and begins it again, as it was started first: what a link or a file had asked for is not asked again. */
import { app } from 'electron';
import { ownAppImage } from './appImage';

/** Milliseconds. What holds up a quit may be what has broken. */
const patience = 5_000;

export function restartApp(): void {
  // An AppImage is unpacked anew each time: its own file is what can be started again.
  const image = process.platform === 'linux' && app.isPackaged ? ownAppImage(process.env, process.execPath) : null;
  app.relaunch({
    args: app.isPackaged ? [] : process.argv.slice(1, 2),
    ...(image === null ? {} : { execPath: image }),
  });
  quitApp();
}

export function quitApp(): void {
  app.quit();
  setTimeout(() => app.exit(0), patience).unref();
}
