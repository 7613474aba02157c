import type { KeyboardEvent, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { MenuModel } from '../../shared/desktop/menu';
import { LiveMenu } from './liveMenu';
import { withAccessKeys } from './menuItems';
import { menuTemplate } from './menuTemplate';
import { menuWordsFor } from './menuWords';

const buildFromTemplate = vi.hoisted(() => {
  interface Item {
    submenu?: readonly Item[];
  }
  const build = (template: readonly Item[]): object => ({
    items: template.map((item) => ({ ...item, submenu: item.submenu && build(item.submenu) })),
  });
  return vi.fn(build);
});
vi.mock('electron', () => ({ Menu: { buildFromTemplate }, app: { getLocale: () => 'en' } }));

const command = (name: string, more: object = {}) => ({
  kind: 'command' as const,
  command: name,
  label: name,
  accelerator: null,
  enabled: true,
  checked: null,
  ...more,
});
const line = { kind: 'line' } as const;
const model: MenuModel = {
  menus: [
    {
      place: 'app',
      label: 'Datei',
      items: [
        command('preferences'),
        line,
        command('signOut'),
        line,
        command('quit', { label: 'Beenden', accelerator: 'Control+Shift+F11' }),
      ],
    },
    {
      place: 'call',
      label: 'Anrufe',
      items: [command('answer', { accelerator: 'F2' }), command('selectAll', { accelerator: 'Command+A' })],
    },
    { place: 'manager', label: 'Führungskräfte', items: [command('toggleFilter', { checked: true })] },
    { place: 'go', label: 'Gehe zu', items: [] },
    { place: 'view', label: 'Ansicht', items: [command('resetLayout')] },
    {
      place: 'help',
      label: 'Hilfe',
      items: [command('checkConnection', { enabled: false }), line, command('about', { label: 'Tom & Co' })],
    },
  ],
  tray: [],
};
const someItem = buildFromTemplate([{}]) as never;
const words = menuWordsFor({ language: 'en' });
const bar = (
  platform: NodeJS.Platform,
  told: MenuModel | null = model,
  run: (name: string) => void = () => undefined,
) => menuTemplate({ model: told, platform, words, run });
const ids = (items: readonly MenuItemConstructorOptions[] = []) =>
  items.map(({ id, role, type }) => id ?? role ?? type);
const inMenu = (items: readonly MenuItemConstructorOptions[], label: string) => {
  const submenu = items.find((item) => item.label?.replaceAll('&', '') === label)?.submenu;
  return Array.isArray(submenu) ? submenu : [];
};

describe('the menu bar', () => {
  it('of Windows ends its File menu with Exit, and shows Alt keys', () => {
    const items = bar('win32');
    const labels = ['&Datei', '&Edit', '&Anrufe', '&Führungskräfte', 'A&nsicht', '&Window', '&Hilfe'];
    expect(items.map(({ label }) => label)).toEqual(labels);
    expect(ids(inMenu(items, 'Datei'))).toEqual(['preferences', 'separator', 'signOut', 'separator', 'quit']);
    expect(inMenu(items, 'Datei').at(-1)).toMatchObject({
      role: 'quit',
      label: 'Beenden',
      accelerator: 'Control+Shift+F11',
      registerAccelerator: false,
    });
    expect(ids(inMenu(items, 'Hilfe'))).toEqual(['checkConnection', 'separator', 'about']);
  });

  it('of macOS has the app’s own menu, the system’s roles, and each command once', () => {
    const items = bar('darwin');
    expect(items.map(({ role, label }) => role ?? label)).toEqual([
      'appMenu',
      'Edit',
      'Anrufe',
      'Führungskräfte',
      'Ansicht',
      'window',
      'help',
    ]);
    expect(ids(inMenu(items, 'Assistant Console'))).toEqual([
      ...['about', 'separator', 'preferences', 'separator', 'signOut', 'separator', 'services', 'separator'],
      ...['hide', 'hideOthers', 'unhide', 'separator', 'quit'],
    ]);
    expect(ids(inMenu(items, 'Hilfe'))).toEqual(['checkConnection']);
    expect(ids(inMenu(items, 'Edit'))).toContain('copy');
  });

  it('has keys to be read, never to be registered; macOS keeps its own for itself', () => {
    expect(inMenu(bar('linux'), 'Anrufe')[0]).toMatchObject({ accelerator: 'F2', registerAccelerator: false });
    expect(inMenu(bar('win32'), 'Window').at(-1)).toMatchObject({ accelerator: 'Alt+F4', registerAccelerator: false });
    expect(inMenu(bar('darwin'), 'Window').find(({ role }) => role === 'close')).not.toHaveProperty('accelerator');
    expect(inMenu(bar('darwin'), 'Anrufe')[1]).not.toHaveProperty('accelerator');
    expect(inMenu(bar('win32'), 'Anrufe')[1]).toMatchObject({ accelerator: 'Command+A' });
  });

  it('runs what is clicked, and nothing for a key that the page has left alone', () => {
    const run = vi.fn();
    const [answer] = inMenu(bar('darwin', model, run), 'Anrufe');
    const click = (event: KeyboardEvent) => answer?.click?.(someItem, undefined, event);
    click({ triggeredByAccelerator: true });
    expect(run).not.toHaveBeenCalled();
    click({});
    expect(run.mock.calls).toEqual([['answer']]);
  });

  it.each(['darwin', 'win32', 'linux'] as const)(
    'without a page has what %s itself can do, and no empty menu',
    (platform) => {
      const items = bar(platform, null);
      expect(items.flatMap(({ submenu }) => (Array.isArray(submenu) ? ids(submenu) : []))).toEqual(
        expect.arrayContaining(['copy', 'paste', 'close', 'quit']),
      );
      expect(
        items.filter(({ role, submenu }) => role !== 'help' && Array.isArray(submenu) && submenu.length === 0),
      ).toEqual([]);
    },
  );

  it('shows an ampersand as one, and never starts or ends with a line', () => {
    expect(inMenu(bar('win32'), 'Hilfe').at(-1)).toMatchObject({ label: 'Tom && Co' });
    const onlyLines: MenuModel = {
      menus: [{ place: 'help', label: 'Help', items: [line, command('about'), line] }],
      tray: [],
    };
    expect(ids(inMenu(bar('linux', onlyLines), 'Help'))).toEqual(['about']);
    expect(ids(inMenu(bar('darwin', onlyLines), 'Help'))).toEqual([]);
  });
});

it.each([
  [
    ['File', 'Find', 'Exit'],
    ['&File', 'F&ind', '&Exit'],
  ],
  [
    ['檔案', 'A&B'],
    ['檔案', '&A&&B'],
  ],
  [
    ['aa', 'aa'],
    ['&aa', 'aa'],
  ],
])('access keys of %j', (labels, expected) => expect(withAccessKeys(labels)).toEqual(expected));

describe('a menu that is there', () => {
  const template = (label: string, checked: boolean, more: object = {}): MenuItemConstructorOptions[] => [
    {
      id: 'menu',
      label: 'Menu',
      submenu: [{ id: 'one', label, type: 'checkbox', checked, enabled: true, click: () => undefined, ...more }],
    },
  ];
  interface Item {
    label: string;
    checked: boolean;
    click: () => void;
    submenu?: { items: Item[] };
  }
  const one = (menu: unknown) => (menu as { items: Item[] }).items[0]?.submenu?.items[0];

  it('changes its words and ticks in place; other keys make it anew', () => {
    const live = new LiveMenu();
    const menu = live.show(template('Hold', false));
    expect(live.show(template('Resume', true))).toBeNull();
    expect(one(menu)).toMatchObject({ label: 'Resume', checked: true });
    expect(live.show(template('Resume', true, { accelerator: 'F6' }))).not.toBeNull();
  });

  it('another name of a menu in the bar makes it anew: an open bar asks for no words', () => {
    const live = new LiveMenu();
    live.show(template('Hold', false));
    const renamed = template('Hold', false).map((item) => ({ ...item, label: 'Menü' }));
    expect(live.show(renamed)).not.toBeNull();
  });

  it('shows what is on, however often Electron turns the tick over', () => {
    const live = new LiveMenu();
    const clicked = vi.fn();
    const menu = live.show(template('Filter', true, { click: clicked }));
    const item = one(menu);
    if (item === undefined) throw new Error('no item');
    item.checked = false;
    item.click();
    expect(item.checked).toBe(true);
    expect(clicked).toHaveBeenCalledTimes(1);
  });
});
