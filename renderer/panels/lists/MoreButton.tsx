import { Ellipsis } from 'lucide-react';
import './lists.css';

/** Opens the context menu of what it stands in (renderer/ui/ContextMenu), for those who would not think of the right button or Shift+F10. */
export function MoreButton({ label, className = '' }: { readonly label: string; readonly className?: string }) {
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      aria-haspopup="menu"
      onClick={({ currentTarget }) => {
        const { left, right, bottom } = currentTarget.getBoundingClientRect();
        // Where a line begins: the menu grows from there.
        const clientX = getComputedStyle(currentTarget).direction === 'rtl' ? right : left;
        currentTarget.dispatchEvent(
          new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY: bottom }),
        );
      }}
    >
      <Ellipsis size={16} aria-hidden="true" />
    </button>
  );
}
