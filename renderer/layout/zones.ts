/** Where in a group a panel is dropped, and what that means. Pure. */
import type { Layout, PanelGroup, PanelId } from '../../shared/console/layout';
import type { Place } from './arrange';

export type Zone = 'tab' | 'above' | 'below' | 'before' | 'after';

interface Box {
  readonly width: number;
  readonly height: number;
  /** Pixels of the head at the top: there a panel becomes a tab. */
  readonly head: number;
}

/** The outer quarters are edges, the middle is a tab. `x` runs with the script: from the left, or from the right in a script that does. */
export function zoneAt(x: number, y: number, { width, height, head }: Box): Zone {
  if (y < head || width <= 0 || height <= head) return 'tab';
  const down = (y - head) / (height - head);
  const along = x / width;
  const edges: readonly (readonly [Zone, number])[] = [
    ['before', along],
    ['after', 1 - along],
    ['above', down],
    ['below', 1 - down],
  ];
  const [zone, distance] = edges.reduce((best, edge) => (edge[1] < best[1] ? edge : best));
  return distance < 0.25 ? zone : 'tab';
}

/** Null where the panel would stay where it is. */
export function placeOfDrop(layout: Layout, panel: PanelId, onto: PanelGroup, zone: Zone): Place | null {
  const other = onto.panels.find((candidate) => candidate !== panel);
  if (zone === 'before' || zone === 'after') {
    const column = layout.columns.find(({ groups }) => groups.some(({ panels }) => panels === onto.panels));
    const mate = other ?? column?.groups.flatMap(({ panels }) => panels).find((candidate) => candidate !== panel);
    return mate === undefined ? null : { kind: zone, of: mate };
  }
  if (other === undefined) return null;
  if (zone === 'tab') return onto.panels.includes(panel) ? null : { kind: 'tab', beside: other };
  return { kind: zone, of: other };
}
