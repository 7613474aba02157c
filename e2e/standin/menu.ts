/** Electron's `Menu`, as data: tests find items and click them. */
import { strict } from './strict';

interface Template {
  readonly label?: string;
  readonly role?: string;
  readonly type?: 'separator';
  readonly id?: string;
  readonly submenu?: readonly Template[];
  readonly click?: () => void;
}

interface Item extends Omit<Template, 'id' | 'submenu'> {
  readonly id: string | undefined;
  readonly submenu: StandinMenu | null;
}

const roles: ReadonlySet<string> = new Set([
  ...['appMenu', 'fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'help'],
  ...['about', 'hide', 'hideOthers', 'unhide', 'quit'],
  ...['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'],
]);

class StandinMenu {
  constructor(readonly items: readonly Item[]) {}
}

let applicationMenu: StandinMenu | null = null;

function build(template: readonly Template[]): StandinMenu {
  return strict('menu', new StandinMenu(template.map(itemOf)));
}

function itemOf(template: Template): Item {
  const { label, role, type } = template;
  if (label === undefined && role === undefined && type === undefined)
    throw new Error('stand-in: an item says nothing');
  if (template.role !== undefined && !roles.has(template.role)) throw new Error(`stand-in: menu role ${template.role}`);
  return strict('menu item', {
    label: '',
    id: undefined,
    ...template,
    submenu: template.submenu ? build(template.submenu) : null,
  });
}

export const Menu = strict('Menu', {
  buildFromTemplate: build,
  setApplicationMenu(menu: StandinMenu | null): void {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
});
