/** The menu bar. The page tells what is in it; while there is no page, or a new one loads, there is the smallest menu each platform expects. */
import { Menu } from 'electron';
import type { MenuModel } from '../../shared/desktop/menu';
import type { Core } from '../core/core';
import { LiveMenu } from './liveMenu';
import { menuTemplate } from './menuTemplate';
import { menuWordsFor } from './menuWords';

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
    if (made !== null) Menu.setApplicationMenu(made);
  };
  show(null);
  // The system's own entries speak the language that was chosen as soon as it was.
  core.subscribe(({ kind }) => {
    if (kind === 'preferences') show(told);
  });
  return { show };
}
