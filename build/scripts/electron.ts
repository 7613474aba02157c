/** Is there an Electron binary, or can it be fetched? `require('electron')` would try by itself and throw, so nobody here does that. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundles, root } from './paths';
import { adoptProcess, type RunningProcess } from './processes';

const folder = path.join(root, 'node_modules', 'electron');

/** The executable, or why there is none. `say` is told before the download is tried. */
export function findElectron(say: (message: string) => void): { executable: string } | { reason: string } {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { reason: 'there is no display for Electron to draw on (neither DISPLAY nor WAYLAND_DISPLAY is set)' };
  }
  const overridden = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (overridden) return { executable: path.join(overridden, 'electron') };
  if (!installed()) {
    say('Fetching Electron …');
    const fetched = spawnSync(process.execPath, [path.join(folder, 'install.js')], {
      timeout: 180_000,
      encoding: 'utf8',
    });
    if (fetched.status !== 0 || !installed()) {
      return { reason: "Electron's binary is not installed and could not be fetched from its release site" };
    }
  }
  return { executable: path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8').trim()) };
}

function installed(): boolean {
  return existsSync(path.join(folder, 'path.txt'));
}

export function startElectron(
  executable: string,
  servers: { readonly primary: string; readonly backup: string },
  dataDir: string,
  demoAccounts: string,
): RunningProcess {
  const child = spawn(executable, [bundles.desktop], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ASSISTANT_CONSOLE_PRIMARY: servers.primary,
      ASSISTANT_CONSOLE_BACKUP: servers.backup,
      ASSISTANT_CONSOLE_DEMO_ACCOUNTS: demoAccounts,
      ASSISTANT_CONSOLE_USER_DATA: path.join(dataDir, 'console'),
    },
  });
  return adoptProcess('console (Electron)', child);
}
