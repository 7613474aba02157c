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
        const { left, bottom } = currentTarget.getBoundingClientRect();
        currentTarget.dispatchEvent(
          new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
        );
      }}
    >
      <Ellipsis size={16} aria-hidden="true" />
    </button>
  );
}
