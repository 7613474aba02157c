/** The lines of the preview: those of the file, and in front of them what an import that replaces takes away. Pure. */
import type { SpeedDials } from '../../../shared/console/speedDials';
import type { ImportMode, ImportPlan, Verdict } from './importPlan';

export const rowKinds = ['wrong', 'going', 'new', 'changed', 'group', 'same'] as const;
export type RowKind = (typeof rowKinds)[number];

export interface ShownRow {
  readonly id: string;
  readonly kind: RowKind;
  /** Null for what is not in the file. */
  readonly line: number | null;
  readonly group: string;
  readonly name: string;
  readonly number: string;
  readonly notes: string;
  readonly verdict: Verdict | null;
}

export function shownRows(plan: ImportPlan, mode: ImportMode, { groups }: SpeedDials): ShownRow[] {
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]));
  const going =
    mode === 'add'
      ? []
      : plan.missing.map(({ id, groupId, name, number, notes }): ShownRow => {
          const group = nameOf.get(groupId) ?? '';
          return { id, kind: 'going', line: null, group, name, number, notes, verdict: null };
        });
  return [...going, ...plan.rows.map((row) => ({ ...row, id: `line ${row.line}`, kind: row.verdict.kind }))];
}
