/**
 * Each panel lives in an element of its own that is carried from place to place: what has been typed, scrolled and focused in it stays
 * when it moves to another column or becomes a tab.
 */
import { panelIds } from '../../shared/console/panels';
import type { PanelId } from '../../shared/console/layout';

export interface PanelHosts {
  readonly of: (panel: PanelId) => HTMLElement;
  readonly put: (panel: PanelId, slot: HTMLElement) => void;
  /** Out of a place that goes away, before the browser takes its state with it. */
  readonly park: (panel: PanelId, slot: HTMLElement) => void;
  readonly lot: HTMLElement;
}

export function createHosts(): PanelHosts {
  const lot = document.createElement('div');
  lot.hidden = true;
  const hosts = new Map(
    panelIds.map((panel) => {
      const host = document.createElement('div');
      host.className = 'panel-host';
      lot.append(host);
      return [panel, host];
    }),
  );
  const of = (panel: PanelId): HTMLElement => {
    const host = hosts.get(panel);
    if (host === undefined) throw new Error(`no host for ${panel}`);
    return host;
  };
  return {
    of,
    lot,
    put: (panel, slot) => carry(of(panel), slot),
    park: (panel, slot) => {
      if (of(panel).parentElement === slot) carry(of(panel), lot);
    },
  };
}

/** `moveBefore` keeps scroll positions and the focus; it wants both ends on the page. */
function carry(host: HTMLElement, to: HTMLElement): void {
  if (host.parentElement === to) return;
  if ('moveBefore' in to && host.isConnected && to.isConnected) to.moveBefore(host, null);
  else to.append(host);
}
