/** A native menu that follows a template. The words of entries, ticks and what can be chosen change in place, so that a menu somebody has open stays open; anything else is a new menu. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

type Template = readonly MenuItemConstructorOptions[];
type NativeMenu = ReturnType<typeof Menu.buildFromTemplate>;

/** What can be changed in a menu that is there. */
interface Entry {
  label: string;
  enabled: boolean;
  checked: boolean;
  readonly submenu?: { readonly items: readonly Entry[] } | null;
}

export class LiveMenu {
  #menu: NativeMenu | null = null;
  #shape = '';
  #template: Template = [];

  get current(): NativeMenu | null {
    return this.#menu;
  }

  /** Returns the menu where it is a new one, which has to be set; else null. */
  show(template: Template): NativeMenu | null {
    const shape = shapeOf(template);
    const known = shape === this.#shape ? this.#menu : null;
    this.#template = template;
    this.#shape = shape;
    if (known !== null) {
      update(known.items, template);
      return null;
    }
    this.#menu = Menu.buildFromTemplate(template.map((item) => this.#listened(item)));
    return this.#menu;
  }

  /** Electron turns a tick over by itself on every click; what is on is told by the page, once it is. */
  #listened(item: MenuItemConstructorOptions): MenuItemConstructorOptions {
    const { click, submenu } = item;
    if (Array.isArray(submenu)) return { ...item, submenu: submenu.map((one) => this.#listened(one)) };
    if (click === undefined) return item;
    return {
      ...item,
      click: (...args) => {
        if (this.#menu !== null) update(this.#menu.items, this.#template);
        click(...args);
      },
    };
  }
}

/**
 * Everything that can't be changed in a menu that is there. What a click does is the same for the same id. An open menu fetches the words of its
 * entries; nothing ever opens the bar itself, and the names of menus stay what they were built with.
 */
function shapeOf(template: Template): string {
  const fixed = (item: MenuItemConstructorOptions): object => {
    const { label, submenu, ...rest } = item;
    const kept = Object.entries(rest).filter(([key]) => key !== 'enabled' && key !== 'checked');
    return Array.isArray(submenu) ? { kept, label, submenu: submenu.map(fixed) } : { kept };
  };
  return JSON.stringify(template.map(fixed));
}

function update(items: readonly Entry[], template: Template): void {
  for (const [at, { label, enabled, checked, submenu }] of template.entries()) {
    const item = items[at];
    if (item === undefined) continue;
    if (label !== undefined && item.label !== label) item.label = label;
    if (enabled !== undefined && item.enabled !== enabled) item.enabled = enabled;
    if (checked !== undefined && item.checked !== checked) item.checked = checked;
    if (item.submenu && Array.isArray(submenu)) update(item.submenu.items, submenu);
  }
}
