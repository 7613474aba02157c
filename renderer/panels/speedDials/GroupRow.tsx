import { ChevronDown, Plus } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { endDrag } from '../../dnd/dragState';
import { useDropOn } from '../../dnd/useDropOn';
import { formatCount } from '../../format/count';
import { useActions } from '../../store/context';
import { MoreButton } from '../lists/MoreButton';
import { draggedEntry, setDraggedEntry } from './entryDrag';
import { useListFacts } from './ListContext';
import type { ShownGroup } from './sort';

interface GroupRowProps {
  readonly shown: ShownGroup;
  readonly onToggle: () => void;
}

/** The head of a group: folds it, takes what is dropped on it. */
export function GroupRow({ shown, onToggle }: GroupRowProps) {
  const { t } = useTranslation();
  const { open } = useActions();
  const { moveHere } = useListFacts();
  const { group, total } = shown;
  const drop = useDropOn({ kind: 'speedDials', groupId: group.id });
  return (
    <div
      className="sd-group"
      data-empty={total === 0 ? '' : undefined}
      {...drop.props}
      onDrop={(event) => {
        const entryId = draggedEntry();
        if (entryId === null) {
          drop.props.onDrop(event);
          return;
        }
        // One of this panel's own: it moves. A row that has moved hears nothing of the end of its drag.
        event.preventDefault();
        event.stopPropagation();
        drop.props.onDragLeave(event);
        setDraggedEntry(null);
        endDrag();
        moveHere(entryId, group.id);
      }}
      // Not for the click that a key or a screen reader makes: those have the row's own ways.
      onClick={({ detail, target }) => {
        if (detail > 0 && target instanceof Element && target.closest('button') === null) onToggle();
      }}
    >
      <Button slot="chevron" className="sd-group__chevron">
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <span className="sd-group__name list-text ellipsis" dir="auto" title={group.name}>
        {group.name}
      </span>
      <span className="count" aria-hidden="true">
        {formatCount(total)}
      </span>
      <span className="sd-group__actions">
        <Button
          className="icon-button list-row__button"
          aria-label={t('speedDial.newIn', { group: group.name })}
          onPress={() => open({ kind: 'speedDial', entryId: null, name: '', number: '', groupId: group.id })}
        >
          <Plus size={15} aria-hidden="true" />
        </Button>
        <MoreButton className="list-row__button" label={t('speedDial.moreFor', { name: group.name })} />
      </span>
    </div>
  );
}
