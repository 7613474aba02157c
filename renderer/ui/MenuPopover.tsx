/** The popover of a button's menu. */
import type { ReactNode } from 'react';
import { Popover } from 'react-aria-components';
import { EntryMenu } from './EntryMenu';
import type { MenuEntry } from './ContextMenu';
import type { OpenedMenu } from './MenuButton';

interface MenuPopoverProps {
  readonly opened: OpenedMenu;
  readonly label: string;
  readonly className?: string;
  readonly placement: 'bottom start' | 'bottom end';
  readonly offset: number;
  readonly children: ReactNode;
}

export function MenuPopover({ opened, label, className = '', placement, offset, children }: MenuPopoverProps) {
  return (
    <Popover
      className={`popover context ${className}`}
      trigger="MenuTrigger"
      triggerRef={opened.trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && opened.onClose()}
      placement={placement}
      offset={offset}
      aria-label={label}
    >
      {children}
    </Popover>
  );
}

interface EntriesPopoverProps extends Omit<MenuPopoverProps, 'children' | 'className' | 'placement'> {
  readonly entries: readonly MenuEntry[];
}

export function EntriesPopover({ entries, opened, label, offset }: EntriesPopoverProps) {
  return (
    <MenuPopover opened={opened} label={label} placement="bottom end" offset={offset}>
      <EntryMenu id={opened.id} entries={entries} label={label} onClose={opened.onClose} />
    </MenuPopover>
  );
}
