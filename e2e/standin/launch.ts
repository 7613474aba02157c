/** Launches the desktop host: on the stand-in, or for `npm run e2e:electron` on a real Electron. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { findChromium } from '../../build/scripts/chromium';
import { bundles, dist, root } from '../../build/scripts/paths';

const standin = path.join(root, 'e2e', 'standin', 'electron.sh');

/** Set by build/scripts/e2eElectron.ts: the program of a packed app, which brings its own bundle. */
export const packedApp = process.env['E2E_PACKED_APP'] ?? null;

/** What the stand-in shows of a system (notifications, displays, attention) the real one shows to people only. */
export const hasElectron = packedApp !== null || process.env['E2E_ELECTRON'] !== undefined;

export interface Started {
  /** The bundle. */
  readonly main?: string;
  /** Where it was packed: the stand-in takes the app for one that is. */
  readonly resources?: string;
  /** What the system puts on the command line: a link, a file. */
  readonly args?: readonly string[];
}

/** `env` holds the ASSISTANT_CONSOLE_… variables of electron/desktop/environment.ts. */
export async function launchDesktop(
  env: Readonly<Record<string, string>>,
  { main = bundles.desktop, resources, args = [] }: Started = {},
): Promise<ElectronApplication> {
  // Without a path Playwright finds Electron's binary as `require('electron')` does.
  const executablePath = packedApp ?? (hasElectron ? null : standin);
  return await _electron.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...(packedApp === null ? [main] : []), ...args],
    env: {
      ...standinEnvironment(),
      ...(resources === undefined ? {} : { STANDIN_PACKAGED: resources }),
      // Set by `npm test`, which reads it with build/scripts/desktopCoverage.ts.
      ...(process.env['DESKTOP_COVERAGE'] && { NODE_V8_COVERAGE: process.env['DESKTOP_COVERAGE'] }),
      ...env,
    },
  });
}

/** Starts it as a system does, without a way to look into its main process. The one that is shipped has none. */
export function startDesktop(
  env: Readonly<Record<string, string>>,
  { main = bundles.desktop, resources }: Started,
): ChildProcess {
  const flag = '--remote-debugging-port=0';
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const shipped = process.env['E2E_SHIPPED_APP'];
  const [program, ...args] = shipped === undefined ? [standin, flag, main] : [shipped, flag, ...asRoot];
  return spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...standinEnvironment(), ...(resources === undefined ? {} : { STANDIN_PACKAGED: resources }), ...env },
  });
}

/** Of this process, with what the stand-in needs to know on top. */
function standinEnvironment(): Record<string, string> {
  const chromium = findChromium();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
    STANDIN_DIR: path.join(dist, 'standin'),
  };
}

/**
 * The first window's page, once that window is on the screen and has the focus: it is shown only when its page has loaded, and what a test did
 * to its focus before that would be undone.
 */
export async function shownWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  const isThere = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { visible: window?.isVisible(), focused: window?.isFocused() };
    });
  // On a real system it is up to the person, or there is nobody, to give a window the focus.
  const wanted = hasElectron ? { visible: true } : { visible: true, focused: true };
  await expect.poll(isThere, { message: 'the window is shown' }).toMatchObject(wanted);
  return page;
}
