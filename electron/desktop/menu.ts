/** The menu bar. The page tells what is in it; while there is no page, or a new one loads, there is the smallest menu each platform expects. */
import { BrowserWindow, Menu } from 'electron';
import type { MenuModel } from '../../shared/desktop/menu';
import type { Core } from '../core/core';
import { LiveMenu } from './liveMenu';
import { menuTemplate } from './menuTemplate';
import { menuWordsFor } from './menuWords';
import { consoleWindows } from './window';

export interface MenuBar {
  /** Null: no page tells any more. */
  show(model: MenuModel | null): void;
}

export function createMenuBar(core: Core, run: (command: string) => void): MenuBar {
  const menu = new LiveMenu();
  let told: MenuModel | null = null;
  const show = (model: MenuModel | null) => {
    told = model;
    const words = menuWordsFor(core.state().preferences);
    const made = menu.show(menuTemplate({ model, platform: process.platform, words, run }));
    if (made !== null) setForConsole(made);
  };
  show(null);
  // The system's own entries speak the language that was chosen as soon as it was.
  core.subscribe(({ kind }) => {
    if (kind === 'preferences') show(told);
  });
  return { show };
}

/** On Windows and Linux Electron puts it into every window. A replay gets none: there is no way from it to a call. */
function setForConsole(menu: Parameters<typeof Menu.setApplicationMenu>[0]): void {
  Menu.setApplicationMenu(menu);
  if (process.platform === 'darwin') return;
  const consoles = new Set(consoleWindows().map(({ id }) => id));
  for (const window of BrowserWindow.getAllWindows()) if (!consoles.has(window.id)) window.removeMenu();
}
