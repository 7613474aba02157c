/** The panels, where they stand at first, and what makes a layout of them whole; `layout.ts` has the schema. */
import type { Layout, PanelColumn, PanelGroup, PanelId } from './layout';

export const panelIds = ['calls', 'managers', 'directory', 'speedDials', 'history'] as const;

export const defaultLayout: Layout = {
  version: 1,
  columns: [
    { size: 28, groups: [{ panels: ['calls'], active: 'calls', size: 100 }] },
    { size: 48, groups: [{ panels: ['managers'], active: 'managers', size: 100 }] },
    { size: 24, groups: [{ panels: ['directory', 'speedDials', 'history'], active: 'directory', size: 100 }] },
  ],
};

/** Each panel is there once, each group shows one of its own, and sizes add up. */
export function isWhole(layout: Layout): boolean {
  const groups = layout.columns.flatMap((column) => column.groups);
  const panels = groups.flatMap((group) => group.panels);
  return (
    panels.length === panelIds.length &&
    new Set(panels).size === panelIds.length &&
    groups.every((group) => group.panels.includes(group.active)) &&
    [layout.columns, ...layout.columns.map((column) => column.groups)].every(addUp)
  );
}

/** The layout nearest to this one that is whole: a panel stays where it stands first, one that is missing joins the last group. */
export function repaired(layout: Layout): Layout {
  if (isWhole(layout)) return layout;
  const placed = new Set<PanelId>();
  const columns = layout.columns
    .map((column) => ({ ...column, groups: column.groups.flatMap((group) => withoutRepeats(group, placed)) }))
    .filter((column) => column.groups.length > 0);
  const missing = panelIds.filter((panel) => !placed.has(panel));
  const complete = columns.map((column, at) => (at === columns.length - 1 ? joined(column, missing) : column));
  return { ...layout, columns: fitted(complete.map((column) => ({ ...column, groups: fitted(column.groups) }))) };
}

interface Sized {
  readonly size: number;
}

/** Per cent that rounding and dragging may leave. */
const tolerance = 2;

function addUp(items: readonly Sized[]): boolean {
  return Math.abs(items.reduce((sum, { size }) => sum + size, 0) - 100) <= tolerance;
}

function fitted<T extends Sized>(items: readonly T[]): T[] {
  if (addUp(items)) return [...items];
  const sum = items.reduce((total, { size }) => total + size, 0);
  const sizes = items.map(({ size }) => Math.min(100, Math.max(1, (size * 100) / sum)));
  return items.map((item, at) => ({ ...item, size: sizes[at] ?? item.size }));
}

/** Empty where every panel of it stands somewhere else already. */
function withoutRepeats(group: PanelGroup, placed: Set<PanelId>): PanelGroup[] {
  const panels = group.panels.filter((panel) => !placed.has(panel) && placed.add(panel));
  const [first] = panels;
  if (first === undefined) return [];
  return [{ ...group, panels, active: panels.includes(group.active) ? group.active : first }];
}

function joined(column: PanelColumn, missing: readonly PanelId[]): PanelColumn {
  const last = column.groups.at(-1);
  if (last === undefined) return column;
  return { ...column, groups: column.groups.with(-1, { ...last, panels: [...last.panels, ...missing] }) };
}
