import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { panelIds, type PanelId } from '../../shared/console/layout';
import { CallsPanel } from '../panels/calls/CallsPanel';
import { DirectoryPanel } from '../panels/directory/DirectoryPanel';
import { HistoryPanel } from '../panels/history/HistoryPanel';
import { ManagersPanel } from '../panels/managers/ManagersPanel';
import { SpeedDialsPanel } from '../panels/speedDials/SpeedDialsPanel';
import { groupOf } from './arrange';
import { StandingContext, useArrangement, type Standing } from './context';

/** Made once: a panel is drawn anew when its facts change, not when it moves. */
const contents: Readonly<Record<PanelId, ReactNode>> = {
  calls: <CallsPanel />,
  managers: <ManagersPanel />,
  directory: <DirectoryPanel />,
  speedDials: <SpeedDialsPanel />,
  history: <HistoryPanel />,
};

/** Every panel, drawn into its own element wherever that stands. */
export function PanelPortals() {
  const { shown, hosts } = useArrangement();
  const standing = (panel: PanelId): Standing => {
    const group = groupOf(shown, panel);
    if (group === undefined || group.panels.length === 1) return 'alone';
    return group.active === panel ? 'front' : 'behind';
  };
  return panelIds.map((panel) =>
    createPortal(<StandingContext value={standing(panel)}>{contents[panel]}</StandingContext>, hosts.of(panel), panel),
  );
}
