/** Where a panel can be moved to from where it is: what the panel's menu offers. Pure; `previous` is left, or right where the script runs from the right. */
import type { Layout, PanelId } from '../../shared/console/layout';
import type { Place } from './arrange';

export const moves = ['previous', 'next', 'up', 'down', 'ownColumn'] as const;
export type Move = (typeof moves)[number];

/** Null where there is nothing that way. */
export function placeFor(layout: Layout, panel: PanelId, move: Move): Place | null {
  const columnAt = layout.columns.findIndex(({ groups }) => groups.some(({ panels }) => panels.includes(panel)));
  const groups = layout.columns[columnAt]?.groups ?? [];
  const groupAt = groups.findIndex(({ panels }) => panels.includes(panel));
  /** Somebody else in the same group, and in the same column. */
  const tab = groups[groupAt]?.panels.find((other) => other !== panel);
  const mate = groups.flatMap(({ panels }) => panels).find((other) => other !== panel);
  const firstIn = (at: number): PanelId | undefined => (at < 0 ? undefined : groups[at]?.panels[0]);
  const lastOfColumn = (at: number): PanelId | undefined =>
    at < 0 ? undefined : layout.columns[at]?.groups.at(-1)?.panels[0];
  switch (move) {
    case 'previous':
      return place('below', lastOfColumn(columnAt - 1)) ?? place('before', mate);
    case 'next':
      return place('below', lastOfColumn(columnAt + 1)) ?? place('after', mate);
    case 'up':
      return place('above', tab) ?? place('above', firstIn(groupAt - 1));
    case 'down':
      return place('below', tab) ?? place('below', firstIn(groupAt + 1));
    case 'ownColumn':
      return place('after', mate);
  }
}

function place(kind: Exclude<Place['kind'], 'tab'>, of: PanelId | undefined): Place | null {
  return of === undefined ? null : { kind, of };
}

/** The groups a panel could join as a tab, each named by the panels in it. */
export function groupsToJoin(layout: Layout, panel: PanelId): readonly (readonly PanelId[])[] {
  return layout.columns
    .flatMap(({ groups }) => groups.map(({ panels }) => panels))
    .filter((panels) => !panels.includes(panel));
}
