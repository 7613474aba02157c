/** Is there an Electron binary, or can it be fetched? `require('electron')` would try by itself and throw, so nobody here does that. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { bundles, root } from './paths';
import { adoptProcess, type RunningProcess } from './processes';

const Version = z.object({ version: z.string() });
const folder = path.join(root, 'node_modules', 'electron');
/** In a distribution of Electron. */
const executables: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: path.join('Electron.app', 'Contents', 'MacOS', 'Electron'),
};

/** The version that package.json asks for. */
export function electronVersion(): string {
  return Version.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))).version;
}

/** The distribution that is here: the one that ELECTRON_OVERRIDE_DIST_PATH names, or the installed one. */
export function electronFolder(): string | null {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const found = named ? path.resolve(named) : path.join(folder, 'dist');
  return existsSync(executableIn(found)) ? found : null;
}

export function executableIn(distribution: string): string {
  return path.join(distribution, executables[process.platform] ?? 'electron');
}

/** True if it is here afterwards. `say` is told before the download is tried. */
export function fetchElectron(say: (message: string) => void): boolean {
  say('Fetching Electron …');
  spawnSync(process.execPath, [path.join(folder, 'install.js')], { timeout: 180_000, encoding: 'utf8' });
  return electronFolder() !== null;
}

/** Why nothing that Electron draws could be seen here; null where it can. */
export function noDisplay(): string | null {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return null;
  return 'there is no display for Electron to draw on (neither DISPLAY nor WAYLAND_DISPLAY is set)';
}

/** The executable, or why there is none. */
export function findElectron(say: (message: string) => void): { executable: string } | { reason: string } {
  const reason = noDisplay();
  if (reason !== null) return { reason };
  const found = electronFolder() ?? (fetchElectron(say) ? electronFolder() : null);
  if (found === null)
    return { reason: "Electron's binary is not installed and could not be fetched from its release site" };
  return { executable: executableIn(found) };
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
