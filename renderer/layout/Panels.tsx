/** All panels of the console, arranged as the assistant likes them and as the window has room for them. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelId } from '../../shared/console/layout';
import { useActions } from '../store/context';
import { movePanel, withPanelShown, type Place } from './arrange';
import { Columns } from './Columns';
import { ArrangementContext, type Arrangement } from './context';
import { fit, structureOf } from './fit';
import { createHosts } from './hosts';
import { panelMenuId } from './PanelMenu';
import { panelName } from './panelNames';
import { PanelPortals } from './PanelPortals';
import { withColumnSizes, withGroupSizes } from './resize';
import { useLayout } from './useLayout';
import { useRoom } from './useRoom';
import './layout.css';

export function Panels() {
  const { t } = useTranslation();
  const { announce } = useActions();
  const element = useRef<HTMLElement>(null);
  const room = useRoom(element);
  const [layout, change] = useLayout();
  const [hosts] = useState(createHosts);
  const shown = fit(layout, room);
  const moved = useRef<PanelId | null>(null);

  // The lot must be on the page before a panel is carried from it.
  const parking = useRef<HTMLDivElement>(null);
  useEffect(() => parking.current?.append(hosts.lot), [hosts]);
  // A separator would take F6 for a walk among separators; here it is a command's key.
  useEffect(() => {
    const main = element.current;
    const keepF6 = (event: KeyboardEvent): void => {
      if (event.key === 'F6') event.stopPropagation();
    };
    main?.addEventListener('keydown', keepF6, { capture: true });
    return () => main?.removeEventListener('keydown', keepF6, { capture: true });
  }, []);
  // The menu that moved a panel moves with it: the focus stays on it.
  useEffect(() => {
    if (moved.current === null) return;
    document.getElementById(panelMenuId(moved.current))?.focus();
    moved.current = null;
  });

  const after = (panel: PanelId, place: Place) => movePanel(shown, panel, place);
  const arrangement: Arrangement = {
    shown,
    hosts,
    show: (panel) => change(withPanelShown(layout, panel), 'now'),
    hasRoomFor: (panel, place) => structureOf(fit(after(panel, place), room)) !== structureOf(shown),
    // What is moved is what is seen: a window that shows fewer columns makes them the layout.
    move: (panel, place) => {
      const next = after(panel, place);
      change(next, 'now');
      moved.current = panel;
      const column = next.columns.findIndex(({ groups }) => groups.some(({ panels }) => panels.includes(panel)));
      announce(t('layout.moved', { name: panelName(panel, t), column: column + 1, columns: next.columns.length }));
    },
  };
  return (
    <ArrangementContext value={arrangement}>
      <main className="panels" ref={element}>
        <Columns
          onColumnSizes={(sizes) => change(withColumnSizes(layout, shown, sizes), 'calm')}
          onGroupSizes={(at, sizes) => change(withGroupSizes(layout, shown, at, sizes), 'calm')}
        />
      </main>
      <div ref={parking} hidden />
      <PanelPortals />
    </ArrangementContext>
  );
}
