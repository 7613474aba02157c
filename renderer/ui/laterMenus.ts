/** The menus, which nobody sees before they open them. */
import { later } from './later';

export const EntriesPopover = later(async () => (await import('./MenuPopover')).EntriesPopover);
export const ContextMenuPopover = later(async () => (await import('./ContextMenuPopover')).ContextMenuPopover);
