/** A button with a menu. The menu is a part of its own (ui/later.ts): the page does not need it to be there. */
import { Suspense, useCallback, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Button } from 'react-aria-components';
import { focusOf, type MenuFocus } from './menuKeys';

/** What an open menu is told; MenuPopover takes it. */
export interface OpenedMenu {
  readonly id: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly focus: MenuFocus;
  readonly onClose: () => void;
}

interface MenuButtonProps {
  readonly id?: string;
  readonly className: string;
  readonly label: string;
  readonly presence?: string;
  readonly children: ReactNode;
  readonly menu: (opened: OpenedMenu) => ReactNode;
}

/** Opens as the platform's menus do: with the mouse going down, with a finger coming up, with Enter, Space or an arrow. */
export function MenuButton({ id, className, label, presence, children, menu }: MenuButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const [focus, setFocus] = useState<MenuFocus | null>(null);
  const close = useCallback(() => setFocus(null), []);
  const open = (on: MenuFocus): void => {
    // So that the focus has somewhere to come back to.
    trigger.current?.focus({ preventScroll: true });
    setFocus(on);
  };
  return (
    <>
      <Button
        ref={trigger}
        {...(id === undefined ? {} : { id })}
        className={className}
        aria-label={label}
        aria-haspopup="true"
        aria-expanded={focus !== null}
        {...(focus === null ? {} : { 'aria-controls': menuId })}
        {...(presence === undefined ? {} : { 'data-presence': presence })}
        preventFocusOnPress
        onPressStart={({ pointerType }) => {
          if (pointerType !== 'touch' && pointerType !== 'keyboard') {
            open(pointerType === 'virtual' ? 'first' : 'menu');
          }
        }}
        onPress={({ pointerType }) => {
          if (pointerType === 'touch') open('menu');
        }}
        onKeyDown={(event) => {
          const on = focusOf(event);
          if (on === null) {
            event.continuePropagation();
            return;
          }
          event.preventDefault();
          open(on);
        }}
      >
        {children}
      </Button>
      {focus !== null && <Suspense>{menu({ id: menuId, trigger, focus, onClose: close })}</Suspense>}
    </>
  );
}
