/** Start with the computer follows the preference, where the operating system has such a list (macOS, Windows). */
import { app } from 'electron';
import type { Core } from '../core/core';

export function canStartWithComputer(): boolean {
  return process.platform === 'darwin' || process.platform === 'win32';
}

export function followStartWithComputer(core: Core): void {
  if (!canStartWithComputer()) return;
  // At the start only what is wanted is asked for: who took it out of the system's own list by hand is not overruled by `false`.
  let inForce = false;
  const follow = (openAtLogin: boolean) => {
    if (openAtLogin === inForce) return;
    inForce = openAtLogin;
    // A copy that is not packaged is started by Electron's own binary, which must be told what to run.
    const program = app.isPackaged ? {} : { path: process.execPath, args: [app.getAppPath()] };
    app.setLoginItemSettings({ openAtLogin, ...program });
  };
  follow(core.state().preferences.startWithComputer);
  core.subscribe((push) => {
    if (push.kind === 'preferences') follow(push.preferences.startWithComputer);
  });
}
