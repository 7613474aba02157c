/** Where the focus is to be in a menu that opens: on an entry, or on the menu itself, since whoever points needs no entry marked. */
export type MenuFocus = 'first' | 'last' | 'menu';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Of the key that was pressed on the menu's button; null where it opens no menu. */
export function focusOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): MenuFocus | null {
  if (ctrlKey || metaKey || shiftKey) return null;
  if (key === 'ArrowDown') return 'first';
  if (key === 'ArrowUp') return 'last';
  return !altKey && (key === 'Enter' || key === ' ') ? 'first' : null;
}
