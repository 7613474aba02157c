/** The menu of a row: at the pointer, or by the ContextMenu key or Shift+F10 at the focused row. */
import { Suspense, useCallback, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { CommandName } from '../commands/names';
import { useAppHandle, useReadOnly } from '../store/context';
import type { OpenMenu } from './ContextMenuPopover';
import { ContextMenuPopover } from './laterMenus';

export type MenuEntry =
  | { readonly kind: 'command'; readonly name: CommandName }
  | {
      readonly kind: 'action';
      readonly id: string;
      readonly label: string;
      /** As chord.ts writes it; shown only, the menu does not listen to it. */
      readonly keys?: string;
      /** Why it cannot act now; null or absent where it can. */
      readonly reason?: string | null;
      readonly onAction: () => void;
    }
  | { readonly kind: 'line' };

export interface ContextMenu {
  /** For the element around the rows. */
  readonly handlers: {
    readonly onContextMenu: (event: MouseEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  readonly menu: ReactNode;
}

/** In a table the cells have keys of their own. */
const rowSelector = '[data-key]:not([role="gridcell"], [role="rowheader"])';

/**
 * `entries` is asked when the menu opens, with the key of the row (react-aria's `data-key`; null beside the rows): select the row there, since
 * commands act on what is selected. No entries, no menu. The menu goes away when the selection it was opened on does.
 */
export function useContextMenu(entries: (key: string | null) => readonly MenuEntry[], label: string): ContextMenu {
  const { store } = useAppHandle();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const close = useCallback(() => setOpen(null), []);

  /** True where a menu opened. */
  const show = (row: Element | null, at: Element, point: DOMRect): boolean => {
    const found = readOnly ? [] : entries(row?.getAttribute('data-key') ?? null);
    if (found.length === 0) return false;
    const { selected, selectedManager } = store.getState();
    setOpen({ entries: found, anchor: at, rect: point, selected, selectedManager });
    return true;
  };

  return {
    handlers: {
      onContextMenu: (event) => {
        const at = ownTarget(event);
        if (at === null) return;
        const row = at.closest(rowSelector);
        // A menu asked for by a key has no point; it opens at its row.
        const byKey = event.clientX === 0 && event.clientY === 0;
        const point = byKey ? (row ?? at).getBoundingClientRect() : new DOMRect(event.clientX, event.clientY, 0, 0);
        if (show(row, at, point)) event.preventDefault();
      },
      onKeyDown: (event) => {
        if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
        const at = ownTarget(event);
        if (at === null) return;
        const row = at.closest(rowSelector);
        if (show(row, at, (row ?? at).getBoundingClientRect())) event.preventDefault();
      },
    },
    menu:
      open === null ? null : (
        <Suspense>
          <ContextMenuPopover open={open} label={label} onClose={close} />
        </Suspense>
      ),
  };
}

/** Where it happened; null for what bubbles here from a popover that only React counts as inside. */
function ownTarget(event: MouseEvent | KeyboardEvent): Element | null {
  const { target, currentTarget } = event;
  return target instanceof Element && currentTarget.contains(target) ? target : null;
}
