/** What has to be written to get from one configuration to the next. Worked out before the transaction: nobody waits for it. */
import type { NumberRule } from '../../shared/routing/numberRules';
import {
  associationKey,
  type Association,
  type Configuration,
  type Line,
  type RuleKind,
  type Settings,
  type User,
} from './configuration';
import { differenceOf, isSame, type Difference } from './difference';

/** What is changed leaves, and comes as it is then. */
interface Remade<T> {
  readonly leaving: readonly T[];
  readonly coming: readonly T[];
}

export interface Writes {
  /** Sessions and presence hang on users: these are changed in place. */
  readonly users: Difference<User>;
  readonly lines: Remade<Line>;
  readonly associations: Remade<Association>;
  readonly settings: Remade<Settings>;
  readonly parameters: {
    readonly removed: readonly string[];
    readonly set: readonly { readonly key: string; readonly value: string }[];
  };
  /** The kinds that changed. */
  readonly rules: readonly { readonly kind: RuleKind; readonly rules: readonly NumberRule[] }[];
}

export function writesBetween(before: Configuration, after: Configuration): Writes {
  // A changed line is made anew, so that two lines can change numbers; what refers to it goes first and comes back last.
  const lines = remade(differenceOf(before.lines, after.lines));
  const set = [...after.parameters].filter(([key, value]) => before.parameters.get(key) !== value);
  return {
    users: differenceOf(before.users, after.users),
    lines: { ...lines, coming: lines.coming.map((line) => forNobodyGone(line, after)) },
    associations: associationsToRemake(before, after, new Set(lines.leaving.map(({ lineId }) => lineId))),
    settings: remade(differenceOf(before.settings, after.settings)),
    parameters: {
      removed: [...before.parameters.keys()].filter((key) => !after.parameters.has(key)),
      set: set.map(([key, value]) => ({ key, value })),
    },
    rules: (['dial', 'lookup'] as const)
      .filter((kind) => !isSame(before.rules[kind], after.rules[kind]))
      .map((kind) => ({ kind, rules: after.rules[kind] })),
  };
}

/** Whose manager is no more is for nobody. */
function forNobodyGone(line: Line, { users }: Configuration): Line {
  const { forManager, ...rest } = line;
  return forManager === undefined || users.has(forManager) ? line : rest;
}

function remade<T>({ added, changed, removed }: Difference<T>): Remade<T> {
  return {
    leaving: [...removed, ...changed.map((change) => change.before)],
    coming: [...added, ...changed.map((change) => change.after)],
  };
}

function associationsToRemake(
  before: Configuration,
  after: Configuration,
  leavingLines: ReadonlySet<string>,
): Remade<Association> {
  const difference = differenceOf(before.associations, after.associations);
  const changed = new Set(difference.changed.map((change) => associationKey(change.after)));
  const dragged = [...before.associations.values()].filter((association) => {
    if (!leavingLines.has(association.lineId)) return false;
    const key = associationKey(association);
    return !changed.has(key) && after.associations.has(key);
  });
  const { leaving, coming } = remade(difference);
  return { leaving: [...leaving, ...dragged], coming: [...coming, ...dragged] };
}
