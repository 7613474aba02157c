/** Dial rules and directory lookup rules, in their order. */
import type { NumberRule } from '../../shared/routing/numberRules';
import type { Db } from './open';

export type RuleKind = 'dial' | 'lookup';

export async function loadRules(db: Db): Promise<Record<RuleKind, NumberRule[]>> {
  const rows = await db.selectFrom('rules').selectAll().orderBy('position').execute();
  const of = (kind: RuleKind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ name, begins_with, digits, remove, prefix }) => ({
        name,
        beginsWith: begins_with,
        digits,
        remove,
        prefix,
      }));
  return { dial: of('dial'), lookup: of('lookup') };
}
