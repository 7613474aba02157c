/** The frame of what opens for one call: a popover under its command. Escape and a press beside it close it. */
import { useState, type ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useActions } from '../store/context';
import type { ToolbarName } from '../shell/toolbarItems';
import { anchorOf } from './anchor';
import './reach.css';

interface CallPopoverProps {
  readonly command: ToolbarName;
  readonly label: string;
  readonly children: ReactNode;
}

export function CallPopover({ command, label, children }: CallPopoverProps) {
  const { close } = useActions();
  const [trigger] = useState(() => ({ current: anchorOf(command) }));
  return (
    <Popover
      className="popover reach"
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      placement="bottom start"
      offset={8}
    >
      <Dialog className="reach__dialog" aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
