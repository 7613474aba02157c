import { CircleSlash, CornerRightDown } from 'lucide-react';
import { useDragState } from './dragState';
import './dnd.css';

/** Says what a drop would do where the pointer is; always there, so that a screen reader hears it change. */
export function DragHint() {
  const { hint } = useDragState();
  return (
    <div className="drag-hint" role="status" data-refused={hint?.refused ? '' : undefined}>
      {hint !== null && (
        <p className="drag-hint__text">
          {hint.refused ? (
            <CircleSlash size={15} aria-hidden="true" />
          ) : (
            <CornerRightDown size={15} aria-hidden="true" />
          )}
          <span className="drag-hint__words">{hint.text}</span>
        </p>
      )}
    </div>
  );
}
