import { Suspense, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { panelIds } from '../../shared/console/panels';
import type { PanelId } from '../../shared/console/layout';
import { CallsPanel } from '../panels/calls/CallsPanel';
import { DirectoryPanel } from '../panels/directory/DirectoryPanel';
import { ManagersPanel } from '../panels/managers/ManagersPanel';
import { later } from '../ui/later';
import { groupOf } from './arrange';
import { StandingContext, useArrangement, type Standing } from './context';

const SpeedDialsPanel = later(async () => (await import('../panels/speedDials/SpeedDialsPanel')).SpeedDialsPanel);
const HistoryPanel = later(async () => (await import('../panels/history/HistoryPanel')).HistoryPanel);

/** Made once: a panel is drawn anew when its facts change, not when it moves. */
const contents: Readonly<Record<PanelId, ReactNode>> = {
  calls: <CallsPanel />,
  managers: <ManagersPanel />,
  directory: <DirectoryPanel />,
  speedDials: <SpeedDialsPanel />,
  history: <HistoryPanel />,
};

/** Every panel, drawn into its own element wherever that stands, from when it is seen first. */
export function PanelPortals() {
  const { shown, hosts } = useArrangement();
  const standing = (panel: PanelId): Standing => {
    const group = groupOf(shown, panel);
    if (group === undefined || group.panels.length === 1) return 'alone';
    return group.active === panel ? 'front' : 'behind';
  };
  const [seen, setSeen] = useState<ReadonlySet<PanelId>>(new Set());
  const isWanted = (panel: PanelId): boolean => seen.has(panel) || standing(panel) !== 'behind';
  const wanted = panelIds.filter(isWanted);
  if (wanted.length > seen.size) setSeen(new Set(wanted));

  return wanted.map((panel) =>
    createPortal(
      <StandingContext value={standing(panel)}>
        <Suspense>{contents[panel]}</Suspense>
      </StandingContext>,
      hosts.of(panel),
      panel,
    ),
  );
}
