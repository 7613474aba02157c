import type { SpeedDial } from '../../../shared/console/speedDials';
import { useDragSource } from '../../dnd/useDragSource';
import { useDropOn } from '../../dnd/useDropOn';
import { Highlighted } from '../../ui/Highlighted';
import { PhoneNumber } from '../../ui/PhoneNumber';
import { RowButtons } from '../lists/RowButtons';
import { setDraggedEntry } from './entryDrag';
import { useListFacts } from './ListContext';

/** One speed dial: what is dropped on it is transferred to it. */
export function EntryRow({ entry }: { readonly entry: SpeedDial }) {
  const { query, reach } = useListFacts();
  const { name, number, notes } = entry;
  const drag = useDragSource({ kind: 'person', name, number });
  const drop = useDropOn({ kind: 'person', name, number });
  return (
    <div
      className="sd-entry"
      {...drop.props}
      {...drag}
      onDragStart={(event) => {
        setDraggedEntry(entry.id);
        drag.onDragStart(event);
      }}
      onDragEnd={() => {
        setDraggedEntry(null);
        drag.onDragEnd();
      }}
    >
      <span className="sd-entry__name list-text ellipsis" dir="auto" title={name}>
        <Highlighted text={name} query={query} />
      </span>
      <PhoneNumber number={number} className="sd-entry__number ellipsis" />
      <span className="sd-entry__notes list-text sub ellipsis" dir="auto" title={notes === '' ? undefined : notes}>
        <Highlighted text={notes} query={query} />
      </span>
      <span className="sd-entry__actions">
        <RowButtons name={name} number={number} reach={reach} />
      </span>
    </div>
  );
}
