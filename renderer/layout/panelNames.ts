/** What the panels are called, and their short names where they share a row as tabs. */
import type { TFunction } from 'i18next';
import type { PanelId } from '../../shared/console/layout';

const keys = {
  calls: 'call.panel',
  managers: 'manager.panel',
  directory: 'directory.panel',
  speedDials: 'speedDial.panel',
  history: 'history.panel',
} as const;

export function panelName(panel: PanelId, t: TFunction): string {
  return t(keys[panel]);
}

export function tabName(panel: PanelId, t: TFunction): string {
  return t(`layout.tab.${panel}`);
}
