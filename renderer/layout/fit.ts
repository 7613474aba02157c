/**
 * The layout as a window of some size can show it: where the columns would get too narrow, neighbours share one as tabs, and where the
 * groups of a column would get too low, they do. The layout itself stays as the assistant made it and comes back with the room.
 */
import type { Layout, PanelColumn, PanelGroup, PanelId } from '../../shared/console/layout';

export interface Room {
  /** Pixels for all columns and the gaps between them. */
  readonly width: number;
  readonly height: number;
}

/** Pixels below which a panel is no longer good to use. */
export const leastWidth: Readonly<Record<PanelId, number>> = {
  calls: 280,
  managers: 440,
  directory: 240,
  speedDials: 240,
  history: 240,
};
export const leastHeight = 150;
/** Between columns and between groups, as in layout.css. */
export const gap = 12;

export function leastWidthOf(column: Pick<PanelColumn, 'groups'>): number {
  return Math.max(...column.groups.flatMap(({ panels }) => panels.map((panel) => leastWidth[panel])));
}

export function fit(layout: Layout, room: Room): Layout {
  let { columns } = layout;
  while (columns.length > 1 && widthOf(columns) > room.width) columns = withPairMerged(columns, layout.recent ?? []);
  const low = columns.map((column) => ({ ...column, groups: lowered(column.groups, room, layout.recent ?? []) }));
  return { ...layout, columns: low };
}

/** What stands where, without sizes and without which tab is in front. */
export function structureOf(layout: Layout): string {
  return layout.columns.map(({ groups }) => groups.map(({ panels }) => panels.join(' ')).join(' / ')).join(' | ');
}

function widthOf(columns: readonly PanelColumn[]): number {
  return columns.reduce((sum, column) => sum + leastWidthOf(column), gap * (columns.length - 1));
}

/** The calls stay by themselves as long as they can: what rings must be seen. */
function withPairMerged(columns: readonly PanelColumn[], recent: readonly PanelId[]): PanelColumn[] {
  const hasCalls = (column: PanelColumn | undefined): boolean =>
    column?.groups.some(({ panels }) => panels.includes('calls')) ?? false;
  const pairs = columns.slice(1).map((_, at) => at);
  const first = pairs.findLast((at) => !hasCalls(columns[at]) && !hasCalls(columns[at + 1])) ?? columns.length - 2;
  return columns.flatMap((column, at) => {
    const next = columns[at + 1];
    if (at === first + 1) return [];
    if (at !== first || next === undefined) return [column];
    return [{ size: column.size + next.size, groups: joined(column.groups, next.groups, recent) }];
  });
}

/** The second column's panels become tabs of the first one's last group. */
function joined(groups: readonly PanelGroup[], more: readonly PanelGroup[], recent: readonly PanelId[]): PanelGroup[] {
  const last = groups.at(-1);
  return last === undefined ? [...more] : [...groups.slice(0, -1), asTabs([last, ...more], last, recent)];
}

function lowered(groups: readonly PanelGroup[], room: Room, recent: readonly PanelId[]): PanelGroup[] {
  let left = [...groups];
  while (left.length > 1 && left.length * (leastHeight + gap) - gap > room.height) {
    const [above, below] = left.slice(-2);
    if (above === undefined || below === undefined) break;
    const merged = { ...asTabs([above, below], above, recent), size: above.size + below.size };
    left = [...left.slice(0, -2), merged];
  }
  return left;
}

/** In front is what was looked at last. */
function asTabs(groups: readonly PanelGroup[], first: PanelGroup, recent: readonly PanelId[]): PanelGroup {
  const panels = groups.flatMap((group) => group.panels);
  const active = recent.find((panel) => panels.includes(panel)) ?? first.active;
  return { ...first, panels, active };
}
