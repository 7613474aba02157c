import { useEffect, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelGroup, PanelId } from '../../shared/console/layout';
import { showHint } from '../dnd/dragState';
import type { Place } from './arrange';
import { useArrangement } from './context';
import { endPanelDrag, useDraggedPanel } from './panelDrag';
import { panelName } from './panelNames';
import { placeOfDrop, zoneAt, type Zone } from './zones';

/** Pixels of a group's head, as in layout.css. */
const head = 42;

/** Lies over a group while a panel is dragged, and shows where it would go. */
export function DropZones({ group }: { readonly group: PanelGroup }) {
  const dragged = useDraggedPanel();
  return dragged === null ? null : <Zones group={group} dragged={dragged} />;
}

function Zones({ group, dragged }: { readonly group: PanelGroup; readonly dragged: PanelId }) {
  const { t } = useTranslation();
  const { shown, move, hasRoomFor } = useArrangement();
  const [zone, setZone] = useState<Zone | null>(null);
  useEffect(() => () => showHint(null), []);

  const placeAt = (at: Zone): Place | null => {
    const place = placeOfDrop(shown, dragged, group, at);
    return place !== null && hasRoomFor(dragged, place) ? place : null;
  };
  const over = (event: DragEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const fromRight = getComputedStyle(event.currentTarget).direction === 'rtl';
    const x = fromRight ? box.right - event.clientX : event.clientX - box.left;
    const at = zoneAt(x, event.clientY - box.top, { width: box.width, height: box.height, head });
    const place = placeAt(at);
    setZone(place === null ? null : at);
    if (place === null) {
      showHint(null);
      return;
    }
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const name = panelName(
      group.active === dragged ? (group.panels.find((one) => one !== dragged) ?? dragged) : group.active,
      t,
    );
    showHint({ text: t(`layout.drop.${at}`, { name }), refused: false });
  };
  return (
    <div
      className="zones"
      onDragOver={over}
      onDragLeave={() => {
        setZone(null);
        showHint(null);
      }}
      onDrop={(event) => {
        const place = zone === null ? null : placeAt(zone);
        event.preventDefault();
        endPanelDrag();
        if (place !== null) move(dragged, place);
      }}
    >
      {zone !== null && <div className="zones__mark" data-zone={zone} />}
    </div>
  );
}
