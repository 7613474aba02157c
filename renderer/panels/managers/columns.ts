/** Which columns there is room for. The important ones come first; what has no column of its own is in the row's menu and the dialog. */
import type { LineMode } from '../../../shared/calls/model';

export const columnNames = [
  'name',
  'number',
  'now',
  'doNotDisturb',
  'divertAll',
  'filterOn',
  'filterMode',
  'assistantWatch',
  'alertTone',
  'actions',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** `cards` has no columns at all. */
export type Tier = 'cards' | 'compact' | 'roomy' | 'wide';

/** Widths in rem, so that larger letters get the room they need. */
export function tierFor(widthRem: number, mode: LineMode): Tier {
  const [compact, roomy, wide] = mode === 'proxy' ? [31, 54, 66] : [20, 32, 44];
  if (widthRem < compact) return 'cards';
  if (widthRem < roomy) return 'compact';
  return widthRem < wide ? 'roomy' : 'wide';
}

/** Shared lines have no filter, no divert all and no assistant to choose (product §5). */
const proxyOnly: ReadonlySet<ColumnName> = new Set([
  'divertAll',
  'filterOn',
  'filterMode',
  'assistantWatch',
  'alertTone',
]);

export function columnsFor(tier: Tier, mode: LineMode): ColumnName[] {
  return columnNames.filter(
    (column) => !(mode === 'shared' && proxyOnly.has(column)) && !(column === 'number' && tier !== 'wide'),
  );
}
