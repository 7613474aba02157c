/** The open context menu. An entry that cannot act stays reachable with the arrows, and its reason stands at the foot of the menu. */
import { useEffect, useRef } from 'react';
import { Menu, MenuItem, Popover, Separator, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ConnectionId, UserId } from '../../shared/ids';
import { commandNamed } from '../commands/registry';
import { useApp, useAppHandle } from '../store/context';
import type { MenuEntry } from './ContextMenu';
import { Kbd } from './Kbd';
import './contextMenu.css';

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
  const stale = useApp((state) => state.selected !== open.selected || state.selectedManager !== open.selectedManager);
  useEffect(() => {
    if (stale) onClose();
  }, [stale, onClose]);
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
      <Menu
        className="context__menu scroll"
        aria-label={label}
        autoFocus="first"
        onClose={onClose}
        onContextMenu={(event) => event.preventDefault()}
      >
        {open.entries.map((entry, index) => (
          <Entry
            key={entry.kind === 'action' ? entry.id : entry.kind === 'command' ? entry.name : index}
            entry={entry}
          />
        ))}
      </Menu>
    </Popover>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'line':
      return <Separator className="context__line" />;
    case 'command':
      return <CommandEntry name={entry.name} />;
    case 'action':
      return (
        <Item
          id={entry.id}
          label={entry.label}
          keys={entry.keys}
          reason={entry.reason ?? null}
          onAction={entry.onAction}
        />
      );
  }
}

function CommandEntry({ name }: { readonly name: Parameters<typeof commandNamed>[0] }) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const command = commandNamed(name);
  const label = useApp(command.label);
  const unavailable = useApp(command.unavailable);
  return (
    <Item
      id={name}
      label={t(`command.${label}`)}
      keys={command.shortcuts[0]?.keys}
      reason={unavailable === null ? null : t(`reason.${unavailable}`)}
      onAction={() => command.run(app)}
    />
  );
}

interface ItemProps {
  readonly id: string;
  readonly label: string;
  readonly keys: string | undefined;
  readonly reason: string | null;
  readonly onAction: () => void;
}

function Item({ id, label, keys, reason, onAction }: ItemProps) {
  const { announce } = useAppHandle().actions;
  return (
    <MenuItem
      id={id}
      className="context__item"
      textValue={label}
      shouldCloseOnSelect={reason === null}
      onAction={reason === null ? onAction : () => announce(reason)}
      // Not `isDisabled`: react-aria would skip it, and nobody could read why.
      render={(props) => ('href' in props ? <a {...props} /> : <div {...props} aria-disabled={reason !== null} />)}
    >
      <Text slot="label" className="ellipsis">
        {label}
      </Text>
      {keys !== undefined && <Kbd keys={keys} />}
      {reason !== null && (
        <Text slot="description" className="context__reason">
          {reason}
        </Text>
      )}
    </MenuItem>
  );
}
