/** Sizes that the assistant has dragged, written back into the layout; also those of a window that shows fewer columns than the layout has. */
import type { Layout, PanelColumn } from '../../shared/console/layout';
import { toHundred } from './arrange';

/** `sizes` are those of the columns shown, in their order. */
export function withColumnSizes(layout: Layout, shown: Layout, sizes: readonly number[]): Layout {
  if (sizes.length !== shown.columns.length) return layout;
  const columns = layout.columns.map((column) => {
    const at = shownAt(shown, column);
    const together = layout.columns.filter((other) => shownAt(shown, other) === at);
    const sum = together.reduce((total, { size }) => total + size, 0);
    return { ...column, size: ((sizes[at] ?? sum) * column.size) / sum };
  });
  return { ...layout, columns: toHundred(columns) };
}

/** Only where the column shown is one of the layout's; groups that a small window shows as tabs keep their sizes. */
export function withGroupSizes(layout: Layout, shown: Layout, columnAt: number, sizes: readonly number[]): Layout {
  const structure = (column: PanelColumn | undefined): string =>
    column?.groups.map(({ panels }) => panels.join(' ')).join('/') ?? '';
  const wanted = structure(shown.columns[columnAt]);
  const columns = layout.columns.map((column) =>
    structure(column) === wanted && sizes.length === column.groups.length
      ? {
          ...column,
          groups: toHundred(column.groups.map((group, at) => ({ ...group, size: sizes[at] ?? group.size }))),
        }
      : column,
  );
  return { ...layout, columns };
}

function shownAt(shown: Layout, column: PanelColumn): number {
  const first = column.groups[0]?.panels[0];
  return shown.columns.findIndex(({ groups }) =>
    groups.some(({ panels }) => first !== undefined && panels.includes(first)),
  );
}
