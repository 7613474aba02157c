/** Panels moved, brought forward, resized. Pure: no panel is ever lost or doubled, and sizes add up to a hundred. */
import type { Layout, PanelColumn, PanelGroup, PanelId } from '../../shared/console/layout';

/** Where a panel goes, told by a panel that is there already. `before` and `after` make a column of its own. */
export type Place =
  | { readonly kind: 'tab'; readonly beside: PanelId }
  | { readonly kind: 'above' | 'below' | 'before' | 'after'; readonly of: PanelId };

/** No share gets so small that it could not be seen or taken hold of. */
const smallest = 5;

/** Shares that add up to a hundred, in the same proportion to each other. */
export function toHundred<T extends { readonly size: number }>(items: readonly T[]): T[] {
  const sizes = items.map(({ size }) => Math.max(size, smallest));
  const sum = sizes.reduce((total, size) => total + size, 0);
  // A share alone may come out a hair over a hundred, which no layout may hold.
  return items.map((item, at) => ({ ...item, size: Math.min(100, ((sizes[at] ?? smallest) * 100) / sum) }));
}

export function groupOf(layout: Layout, panel: PanelId): PanelGroup | undefined {
  return layout.columns.flatMap(({ groups }) => groups).find(({ panels }) => panels.includes(panel));
}

/** The panel in front of its tabs, and in front of what a small window lays over it. The same layout where it is there already. */
export function withPanelShown(layout: Layout, panel: PanelId): Layout {
  const inFront = groupOf(layout, panel)?.active ?? panel;
  if (inFront === panel && layout.recent?.[0] === panel) return layout;
  return {
    ...layout,
    // What was in front until now has been looked at last before it, also where nobody has ever brought it there.
    recent: [...new Set([panel, inFront, ...(layout.recent ?? [])])],
    columns: mapGroups(layout.columns, (group) => (group.panels.includes(panel) ? { ...group, active: panel } : group)),
  };
}

/** The same layout where the panel would stand beside itself. */
export function movePanel(layout: Layout, panel: PanelId, place: Place): Layout {
  const at = place.kind === 'tab' ? place.beside : place.of;
  if (at === panel) return layout;
  const rest = without(layout, panel);
  return withPanelShown({ ...layout, columns: placed(rest, panel, place, at) }, panel);
}

function mapGroups(columns: readonly PanelColumn[], change: (group: PanelGroup) => PanelGroup): PanelColumn[] {
  return columns.map((column) => ({ ...column, groups: column.groups.map(change) }));
}

function without({ columns, recent = [] }: Layout, panel: PanelId): PanelColumn[] {
  const left = columns
    .map((column) => ({ ...column, groups: column.groups.flatMap((group) => groupWithout(group, panel, recent)) }))
    .filter(({ groups }) => groups.length > 0);
  return toHundred(left.map((column) => ({ ...column, groups: toHundred(column.groups) })));
}

/** The tab looked at before comes forward, else the next one, at the end the one before; a group without panels is none. */
function groupWithout(group: PanelGroup, panel: PanelId, recent: readonly PanelId[]): PanelGroup[] {
  const at = group.panels.indexOf(panel);
  if (at < 0) return [group];
  const panels = group.panels.toSpliced(at, 1);
  const lookedAt = recent.find((other) => panels.includes(other));
  const active = group.active === panel ? (lookedAt ?? panels[at] ?? panels.at(-1)) : group.active;
  return active === undefined ? [] : [{ ...group, panels, active }];
}

function placed(columns: readonly PanelColumn[], panel: PanelId, place: Place, at: PanelId): PanelColumn[] {
  const here = ({ panels }: PanelGroup): boolean => panels.includes(at);
  switch (place.kind) {
    case 'tab':
      return mapGroups(columns, (group) =>
        here(group) ? { ...group, panels: [...group.panels, panel], active: panel } : group,
      );
    case 'above':
    case 'below':
      return columns.map((column) => ({
        ...column,
        groups: toHundred(
          column.groups.flatMap((group) => (here(group) ? halved(group, panel, place.kind === 'above') : [group])),
        ),
      }));
    case 'before':
    case 'after': {
      const own = { size: 100 / columns.length, groups: [{ panels: [panel], active: panel, size: 100 }] };
      return toHundred(
        columns.flatMap((column) => {
          if (!column.groups.some(here)) return [column];
          return place.kind === 'before' ? [own, column] : [column, own];
        }),
      );
    }
  }
}

function halved(group: PanelGroup, panel: PanelId, above: boolean): PanelGroup[] {
  const size = group.size / 2;
  const own = { panels: [panel], active: panel, size };
  return above ? [own, { ...group, size }] : [{ ...group, size }, own];
}
