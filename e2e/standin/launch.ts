/** Launches the desktop host: on Electron's binary where one is installed and can draw, else on the stand-in. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { findChromium } from '../../build/scripts/chromium';
import { bundles, dist, root } from '../../build/scripts/paths';

/** What the stand-in shows of a system (notifications, displays, attention) the real one shows to people only. */
export const hasElectron =
  existsSync(path.join(root, 'node_modules', 'electron', 'path.txt')) &&
  (process.platform !== 'linux' || process.env['DISPLAY'] !== undefined);

/** `env` holds the ASSISTANT_CONSOLE_… variables of electron/desktop/environment.ts. */
export async function launchDesktop(env: Readonly<Record<string, string>>): Promise<ElectronApplication> {
  const chromium = findChromium();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return await _electron.launch({
    args: [bundles.desktop],
    env: {
      ...Object.fromEntries(inherited),
      ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
      STANDIN_DIR: path.join(dist, 'standin'),
      // Set by `npm test`, which reads it with build/scripts/desktopCoverage.ts.
      ...(process.env['DESKTOP_COVERAGE'] && { NODE_V8_COVERAGE: process.env['DESKTOP_COVERAGE'] }),
      ...env,
    },
    ...(hasElectron ? {} : { executablePath: path.join(root, 'e2e', 'standin', 'electron.sh') }),
  });
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
