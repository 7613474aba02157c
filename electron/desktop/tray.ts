/** The icon beside the clock: how things stand, the few things that can be done from there, and the way back to the window. */
import { Tray } from 'electron';
import type { MenuItem } from '../../shared/desktop/menu';
import type { Core } from '../core/core';
import type { Log } from '../core/log';
import { LiveMenu } from './liveMenu';
import { trayImage } from './pictures';
import { followSummary, summaryOf } from './summary';
import { trayLines, trayPicture, trayTemplate } from './trayTemplate';
import { trayWordsFor } from './trayWords';

export interface TrayIcon {
  /** The quick actions, as the page tells them; none while there is no page. */
  show(items: readonly MenuItem[]): void;
}

interface TrayEnvironment {
  readonly core: Core;
  readonly run: (command: string) => void;
  readonly open: () => void;
  readonly quit: () => void;
  readonly log: Log;
}

/** Desktops of Linux with a place for such icons. Others, GNOME as it comes, show none, and tell nobody. */
const desktopsWithTray = /^(kde|xfce|mate|(x-)?cinnamon|lxqt|lxde|unity|budgie|deepin|dde|pantheon|ubuntu)$/i;

export function canHaveTray(platform: NodeJS.Platform, variables: NodeJS.ProcessEnv): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  const desktops = (variables['XDG_CURRENT_DESKTOP'] ?? '').split(':');
  return platform === 'linux' && desktops.some((desktop) => desktopsWithTray.test(desktop));
}

/** Null where the system has no place for one, or refuses. */
export function createTray({ core, run, open, quit, log }: TrayEnvironment): TrayIcon | null {
  if (!canHaveTray(process.platform, process.env)) return null;
  const tray = trayOf(trayPicture(summaryOf(core.state())), log);
  if (tray === null) return null;
  const menu = new LiveMenu();
  let items: readonly MenuItem[] = [];
  let shown = '';
  const showMenu = () => {
    const { preferences } = core.state();
    const facts = { summary: summaryOf(core.state()), words: trayWordsFor(preferences), preferences };
    const template = trayTemplate({ ...facts, items, platform: process.platform }, { run, open, quit });
    const made = menu.show(template);
    // Linux takes a menu as it is at this moment: what changes in it has to be handed over again.
    if (made !== null || process.platform === 'linux') tray.setContextMenu(made ?? menu.current);
    tray.setToolTip(['Assistant Console', ...trayLines(facts)].join('\n'));
    const picture = trayPicture(facts.summary);
    if (picture !== shown) tray.setImage(trayImage(picture, process.platform));
    shown = picture;
  };
  followSummary(core, showMenu);
  core.subscribe(({ kind }) => {
    if (kind === 'preferences') showMenu();
  });
  // On macOS a click opens the menu.
  if (process.platform !== 'darwin') tray.on('click', open);
  return {
    show(wanted) {
      items = wanted;
      showMenu();
    },
  };
}

function trayOf(picture: string, log: Log): Tray | null {
  try {
    const made = new Tray(trayImage(picture, process.platform));
    kept = made;
    return made;
  } catch (error) {
    log.warn({ problem: error instanceof Error ? error.message : String(error) }, 'there is no tray icon');
    return null;
  }
}

/** Held here, or the garbage collector takes it, and the icon with it. */
let kept: Tray | null = null;

/** Is there a way back to a window that is hidden? */
export function hasTray(): boolean {
  return kept !== null;
}
