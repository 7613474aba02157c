/** The menu bar: what the page has told, with the system's own entries around it as people of each system expect them. Pure. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuItem, MenuModel, MenuPlace } from '../../shared/desktop/menu';
import { line, nativeItems, plain, withAccessKeys } from './menuItems';
import type { MenuWords } from './menuWords';

type Items = MenuItemConstructorOptions[];

export interface MenuFacts {
  /** Null while no page has told anything: then there is what the system itself can do, and no more. */
  readonly model: MenuModel | null;
  readonly platform: NodeJS.Platform;
  readonly words: MenuWords;
  readonly run: (command: string) => void;
}

export function menuTemplate(facts: MenuFacts): Items {
  const { model, platform, words } = facts;
  const isMac = platform === 'darwin';
  const ours = (place: MenuPlace): Items => {
    const items = model?.menus.find((menu) => menu.place === place)?.items ?? [];
    const hosts = isMac ? onlyOnce : onlyQuit;
    return nativeItems(withoutEdges(items, hosts), platform, facts.run);
  };
  const label = (place: MenuPlace, without: string): string =>
    model?.menus.find((menu) => menu.place === place)?.label ?? without;
  const menu = (place: MenuPlace): Items => {
    const submenu = ours(place);
    return submenu.length === 0 ? [] : [{ id: place, label: label(place, place), submenu }];
  };
  const help = ours('help');
  const bar: Items = [
    isMac ? macApp(facts, ours('app')) : file(facts, ours('app'), label('app', words.file)),
    edit(words),
    ...(['call', 'manager', 'go'] as const).flatMap(menu),
    view(words, ours('view'), label('view', words.view)),
    window(words, isMac),
    // macOS puts its search field into a Help menu that has no entries yet; elsewhere an empty menu would be nothing but a puzzle.
    ...(isMac || help.length > 0 ? [{ role: 'help' as const, label: label('help', words.help), submenu: help }] : []),
  ];
  const labels = bar.map((item) => item.label ?? '');
  const shown = isMac ? labels.map(plain) : withAccessKeys(labels);
  return bar.map((item, at) => ({ ...item, label: shown[at] ?? '' }));
}

/** The system's own Quit stands in their place: it ends the console also where the page can't. */
const onlyQuit: ReadonlySet<string> = new Set(['quit']);
/** On macOS these belong into the menu of the app. */
const onlyOnce: ReadonlySet<string> = new Set(['quit', 'about', 'preferences']);

function withoutEdges(items: readonly MenuItem[], hosts: ReadonlySet<string>): MenuItem[] {
  const kept = items.filter((item) => item.kind === 'line' || !hosts.has(item.command));
  return kept.filter(
    (item, at) => item.kind !== 'line' || (at > 0 && at < kept.length - 1 && kept[at - 1]?.kind !== 'line'),
  );
}

function commandOf({ model, platform, run }: MenuFacts, name: string): Items {
  const items = model?.menus.flatMap((menu) => menu.items) ?? [];
  return nativeItems(
    items.filter((item) => item.kind === 'command' && item.command === name),
    platform,
    run,
  );
}

function macApp(facts: MenuFacts, ours: Items): MenuItemConstructorOptions {
  const { words } = facts;
  const [preferences] = commandOf(facts, 'preferences');
  const [about] = commandOf(facts, 'about');
  return {
    role: 'appMenu',
    label: 'Assistant Console',
    submenu: [
      // Ours says more than the system's; that one is there while nobody is signed in.
      about?.enabled === true ? { ...about, label: words.about } : { role: 'about', label: words.about },
      ...(preferences === undefined ? [] : [line, preferences]),
      ...(ours.length === 0 ? [] : [line, ...ours]),
      line,
      { role: 'services', label: words.services },
      line,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.unhide },
      line,
      { role: 'quit', label: words.quit },
    ],
  };
}

function file({ model, platform, words }: MenuFacts, ours: Items, label: string): MenuItemConstructorOptions {
  const quit = model?.menus
    .flatMap(({ items }) => items)
    .find((item) => item.kind === 'command' && item.command === 'quit');
  const shown = quit?.kind === 'command' ? quit : null;
  return {
    // Not the role: that one would bring a Close of its own.
    id: 'file',
    label,
    submenu: [
      ...ours,
      ...(ours.length === 0 ? [] : [line]),
      {
        role: 'quit',
        label: plain(shown?.label ?? words.quit),
        // Linux knows Ctrl+Q for every program; Windows has Alt+F4 for windows and none to quit, so ours is shown.
        ...(platform === 'win32' &&
          typeof shown?.accelerator === 'string' && { accelerator: shown.accelerator, registerAccelerator: false }),
      },
    ],
  };
}

function edit(words: MenuWords): MenuItemConstructorOptions {
  return {
    id: 'edit',
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      line,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      line,
      { role: 'selectAll', label: words.selectAll },
    ],
  };
}

function view(words: MenuWords, ours: Items, label: string): MenuItemConstructorOptions {
  return {
    id: 'view',
    label,
    submenu: [
      ...ours,
      ...(ours.length === 0 ? [] : [line]),
      { role: 'resetZoom', label: words.zoomReset },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      line,
      { role: 'togglefullscreen', label: words.fullScreen },
    ],
  };
}

function window(words: MenuWords, isMac: boolean): MenuItemConstructorOptions {
  const closeIt = { role: 'close', label: words.close } as const;
  const minimize = { role: 'minimize', label: words.minimize } as const;
  // Electron's own key for it, Ctrl+W, closes a tab elsewhere: pressed by habit it would end the console in the middle of a call.
  const byAltF4 = { ...closeIt, accelerator: 'Alt+F4', registerAccelerator: false };
  if (!isMac) return { id: 'window', label: words.window, submenu: [minimize, byAltF4] };
  const front = { role: 'front', label: words.front } as const;
  return {
    // With the role macOS lists the open windows below.
    role: 'window',
    label: words.window,
    submenu: [minimize, { role: 'zoom', label: words.zoom }, closeIt, line, front],
  };
}
