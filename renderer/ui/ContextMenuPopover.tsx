/** The open context menu, where the pointer or the row was. */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Popover } from 'react-aria-components';
import type { ConnectionId, UserId } from '../../shared/ids';
import { useApp } from '../store/context';
import type { MenuEntry } from './ContextMenu';
import { EntryMenu } from './EntryMenu';

export interface OpenMenu {
  readonly entries: readonly MenuEntry[];
  readonly anchor: Element;
  readonly rect: DOMRect;
  /** What was selected when it opened: its commands are meant for that, never for what is selected later. */
  readonly selected: ConnectionId | null;
  readonly selectedManager: UserId | null;
}

interface ContextMenuPopoverProps {
  readonly open: OpenMenu;
  readonly label: string;
  readonly onClose: () => void;
}

export function ContextMenuPopover({ open, label, onClose }: ContextMenuPopoverProps) {
  const anchor = useRef(open.anchor);
  // Drawn first while the focus is still where the menu was asked for.
  const [cameFrom] = useState(() => document.activeElement);
  const stale = useApp((state) => state.selected !== open.selected || state.selectedManager !== open.selectedManager);
  useEffect(() => {
    if (stale) onClose();
  }, [stale, onClose]);
  // The menu is gone and the focus back before anything is done: a dialog that opens now gives the focus back there, and not to an entry.
  const act = (action: () => void): void => {
    flushSync(onClose);
    if (cameFrom instanceof HTMLElement) cameFrom.focus();
    action();
  };
  return (
    <Popover
      className="popover context"
      triggerRef={anchor}
      getTargetRect={() => open.rect}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      offset={2}
      aria-label={label}
    >
      <EntryMenu entries={open.entries} label={label} onClose={onClose} act={act} />
    </Popover>
  );
}
