/** The entries of a menu. One that cannot act stays reachable with the arrows, and its reason stands at the foot of the menu. */
import { Menu, MenuItem, Separator, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { commandNamed, keysOf } from '../commands/registry';
import { given } from '../commands/way';
import { useApp, useAppHandle } from '../store/context';
import type { MenuEntry } from './ContextMenu';
import { Kbd } from './Kbd';
import './contextMenu.css';

type Act = (action: () => void) => void;

const atOnce: Act = (action) => action();

interface EntryMenuProps {
  readonly id?: string;
  readonly entries: readonly MenuEntry[];
  readonly label: string;
  readonly onClose?: () => void;
  /** Does what was chosen; at once where it is not given. */
  readonly act?: Act;
}

/** Goes into a popover of class `popover context`. */
export function EntryMenu({ id, entries, label, onClose, act = atOnce }: EntryMenuProps) {
  return (
    <Menu
      className="context__menu scroll"
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      autoFocus="first"
      {...(onClose === undefined ? {} : { onClose })}
      onContextMenu={(event) => event.preventDefault()}
    >
      {entries.map((entry, index) => (
        <Entry
          key={entry.kind === 'action' ? entry.id : entry.kind === 'command' ? entry.name : index}
          entry={entry}
          act={act}
        />
      ))}
    </Menu>
  );
}

function Entry({ entry, act }: { readonly entry: MenuEntry; readonly act: Act }) {
  switch (entry.kind) {
    case 'line':
      return <Separator className="context__line" />;
    case 'command':
      return <CommandEntry name={entry.name} act={act} />;
    case 'action':
      return (
        <Item
          id={entry.id}
          label={entry.label}
          keys={entry.keys}
          reason={entry.reason ?? null}
          onAction={() => act(entry.onAction)}
        />
      );
  }
}

/** One command as an entry, for menus that hold more than entries. */
export function CommandEntry({
  name,
  act = atOnce,
}: {
  readonly name: Parameters<typeof commandNamed>[0];
  readonly act?: Act;
}) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const command = commandNamed(name);
  const label = useApp(command.label);
  const unavailable = useApp(command.unavailable);
  const keys = useApp((state) => keysOf(state, name));
  return (
    <Item
      id={name}
      label={t(`command.${label}`)}
      keys={keys[0]}
      reason={unavailable === null ? null : t(`reason.${unavailable}`)}
      onAction={() => act(() => given({ way: 'menu', keys: null }, () => command.run(app)))}
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
