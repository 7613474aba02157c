/** Start with the computer follows the preference, where the operating system has such a list (macOS, Windows). */
import { app } from 'electron';
import type { Core } from '../core/core';

/** How Windows says that it was not a person who started us; macOS tells by itself. */
const byComputer = '--started-by-computer';

export function canStartWithComputer(): boolean {
  return process.platform === 'darwin' || process.platform === 'win32';
}

export function wasStartedByComputer(): boolean {
  if (process.platform === 'darwin') return app.getLoginItemSettings().wasOpenedAtLogin;
  return process.argv.includes(byComputer);
}

export function followStartWithComputer(core: Core): void {
  if (!canStartWithComputer()) return;
  // At the start only what is wanted is asked for: who took it out of the system's own list by hand is not overruled by `false`.
  let inForce = false;
  const follow = (openAtLogin: boolean) => {
    if (openAtLogin === inForce) return;
    inForce = openAtLogin;
    app.setLoginItemSettings({ openAtLogin, ...program() });
  };
  follow(core.state().preferences.startWithComputer);
  core.subscribe((push) => {
    if (push.kind === 'preferences') follow(push.preferences.startWithComputer);
  });
}

/** A copy that is not packaged is started by Electron's own binary, which must be told what to run. */
function program(): { path?: string; args?: string[] } {
  const path = app.isPackaged ? {} : { path: process.execPath };
  const args = [...(app.isPackaged ? [] : [app.getAppPath()]), ...(process.platform === 'win32' ? [byComputer] : [])];
  return args.length === 0 ? path : { ...path, args };
}
