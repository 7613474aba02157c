/** Electron's `Menu`, as data: tests find items and click them. */
import { innerApp } from './app';
import { strict } from './strict';

interface Template {
  readonly label?: string;
  readonly role?: string;
  readonly type?: 'separator' | 'checkbox';
  readonly id?: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly Template[];
  readonly click?: (item: Item, window: undefined, event: object) => void;
}

interface Item {
  label: string;
  enabled: boolean;
  checked: boolean;
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | null;
  readonly registerAccelerator: boolean;
  readonly submenu: StandinMenu | null;
  /** As a person clicks it, or `{ triggeredByAccelerator: true }`. */
  click(event?: object): void;
}

const known: ReadonlySet<string> = new Set([
  ...['label', 'role', 'type', 'id', 'enabled', 'checked', 'accelerator', 'registerAccelerator', 'submenu', 'click'],
]);

const roles: ReadonlySet<string> = new Set([
  ...['appMenu', 'window', 'help', 'about', 'services', 'hide', 'hideOthers', 'unhide', 'quit'],
  ...['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'],
  ...['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'minimize', 'zoom', 'front', 'close'],
]);

const accelerator =
  /^((Command|Control|Alt|Shift)\+)*([A-Z0-9]|F([1-9]|1\d|2[0-4])|[!-/:-@[-`{-~]|Plus|Space|Tab|Backspace|Delete|Insert|Enter|Esc|Up|Down|Left|Right|Home|End|PageUp|PageDown)$/;

export class StandinMenu {
  constructor(readonly items: readonly Item[]) {}
}

let applicationMenu: StandinMenu | null = null;
/** How often a menu was put in the place of another. */
let times = 0;

function build(template: readonly Template[]): StandinMenu {
  return strict('menu', new StandinMenu(template.map(itemOf)));
}

function itemOf(template: Template): Item {
  const { label, role, type = 'normal', enabled = true, checked = false } = template;
  for (const option of Object.keys(template))
    if (!known.has(option)) throw new Error(`stand-in: menu item option ${option}`);
  if (label === undefined && role === undefined && type !== 'separator')
    throw new Error('stand-in: an item says nothing');
  if (role !== undefined && !roles.has(role)) throw new Error(`stand-in: menu role ${role}`);
  if (template.accelerator !== undefined && !accelerator.test(template.accelerator))
    throw new Error(`stand-in: no keys of Electron's: ${template.accelerator}`);
  const item: Item = strict('menu item', {
    label: label ?? '',
    enabled,
    checked,
    id: template.id,
    role,
    type,
    accelerator: template.accelerator ?? null,
    registerAccelerator: template.registerAccelerator ?? true,
    submenu: template.submenu ? build(template.submenu) : null,
    click(event: object = {}) {
      if (!item.enabled) throw new Error(`stand-in: nobody can click ${item.label}, it is disabled`);
      // Electron turns it over by itself, whatever comes of the click.
      if (type === 'checkbox') item.checked = !item.checked;
      if (role === 'quit') innerApp.quit();
      else template.click?.(item, undefined, event);
    },
  });
  return item;
}

export const Menu = strict('Menu', {
  buildFromTemplate: build,
  setApplicationMenu(menu: StandinMenu | null): void {
    applicationMenu = menu;
    // As on Windows and Linux: every window has it from now on.
    innerApp.windows.forEach((window) => (window.hasMenu = true));
    times += 1;
  },
  getApplicationMenu: () => applicationMenu,
  /** For tests. */
  timesSet: () => times,
});
