/** Everything around the page: its window's coming and going, menus, tray, badge, notifications. One policy per module; here they are put together. */
import { app } from 'electron';
import type { MenuModel } from '../../shared/desktop/menu';
import type { Core } from '../core/core';
import type { Log } from '../core/log';
import { callAttention } from './attention';
import { showBadge } from './badge';
import { followClosing, goesToTray } from './closing';
import { nameToWindows } from './identity';
import { createMenuBar } from './menu';
import { notifyOfMissed } from './missedCalls';
import { notifyOfCalls } from './notifications';
import { PageLine } from './pageLine';
import { popToFront } from './popToFront';
import { watchQuitting } from './quitting';
import { followStartWithComputer, wasStartedByComputer } from './startWithComputer';
import { createTray } from './tray';
import { consoleWindows, openWindow, showConsole } from './window';
import type { WindowPlace } from './windowPlace';

export interface Shell {
  /** What the page wants to have in the menus. */
  showMenu(model: MenuModel): void;
  /** To the front, with a new window where there is none. */
  readonly showConsole: () => void;
  /** Whether there is a page that hears commands: a window whose page loads or has crashed has none. */
  readonly pageListens: () => boolean;
}

export function createShell(core: Core, place: WindowPlace, log: Log): Shell {
  watchQuitting();
  nameToWindows();
  const open = (mayShow?: () => boolean) => {
    const window = openWindow(place, log, mayShow);
    followClosing(window, core, place);
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) left();
    });
    window.webContents.on('render-process-gone', left);
    window.once('closed', () => {
      left();
      // Replays may stay open, but nobody is left signed in without a window to answer in.
      if (process.platform !== 'darwin' && core.state().link.phase !== 'signedOut') app.quit();
    });
  };
  const show = () => (consoleWindows().length === 0 ? open() : showConsole());
  const page = new PageLine({ send: (command) => core.run(command), open: show, now: () => performance.now() });
  const runInWindow = (command: string) => {
    // On macOS there is a menu bar also where the window is hidden.
    if (!consoleWindows().some((window) => window.isVisible())) show();
    page.run(command);
  };
  const menuBar = createMenuBar(core, runInWindow);
  const tray = createTray({ core, log, run: (command) => page.run(command), open: show, quit: () => app.quit() });
  const left = () => {
    page.left();
    menuBar.show(null);
    tray?.show([]);
  };
  popToFront(core);
  callAttention(core);
  showBadge(core);
  notifyOfCalls(core, show);
  notifyOfMissed(core, (command) => {
    show();
    page.run(command);
  });
  followStartWithComputer(core);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Whom it signs in by itself needs no window in the morning; anybody else would wait for calls that never come.
  const staysHidden = () => wasStartedByComputer() && goesToTray(core) && core.state().signIn.rememberedUser !== null;
  open(() => !staysHidden());
  return {
    showMenu(model) {
      menuBar.show(model);
      tray?.show(model.tray);
      page.arrived();
    },
    showConsole: show,
    pageListens: () => page.isThere,
  };
}
