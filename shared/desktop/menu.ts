/** What the native menus and the tray show: told by the page, which has the command registry and the words. */
import { z } from 'zod';

const words = z.string().min(1).max(120);

/** `accelerator`: as Electron spells keys; shown only: the page hears the keys itself. `checked` null: nothing to tick. */
const CommandItem = z.object({
  kind: z.literal('command'),
  command: z.string().min(1).max(40),
  label: words,
  accelerator: z.string().max(40).nullable(),
  enabled: z.boolean(),
  checked: z.boolean().nullable(),
});
const Line = z.object({ kind: z.literal('line') });
export const MenuItem = z.discriminatedUnion('kind', [CommandItem, Line]);
export type MenuItem = z.infer<typeof MenuItem>;

/** Where a menu stands; the host adds the system's own entries (about, hide, edit, zoom, window, quit) to these. */
export const menuPlaces = ['app', 'call', 'manager', 'go', 'view', 'help'] as const;
export type MenuPlace = (typeof menuPlaces)[number];

export const MenuModel = z.object({
  /** In the order of the menu bar; `app` is the application menu on macOS and *File* elsewhere. */
  menus: z.array(z.object({ place: z.enum(menuPlaces), label: words, items: z.array(MenuItem).max(60) })).max(10),
  /** The quick actions of the tray, above the host's own *Open* and *Quit*. */
  tray: z.array(MenuItem).max(20),
});
export type MenuModel = z.infer<typeof MenuModel>;
