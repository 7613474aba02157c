/** Automatic configuration: free numbers of a range become proxy lines on the assistants' phones, with their associations. */
import { fail, ok, type Result } from '../../../shared/result';
import { associationKey, type Configuration } from '../configuration';
import { addAssociation } from './associations';

/** First and last number of a range, equally long. */
export interface DnRange {
  readonly from: string;
  readonly to: string;
}
export interface Pair {
  readonly managerId: string;
  readonly assistantId: string;
}
export interface ConfiguredPair extends Pair {
  /** Null in shared line mode: the line has the manager's number. */
  readonly dn: string | null;
}
export interface Configured {
  readonly configuration: Configuration;
  readonly pairs: readonly ConfiguredPair[];
}

/** Beyond this a range is a typing mistake. */
const mostNumbers = 1_000_000;

export function rangeProblem({ from, to }: DnRange): string | null {
  if (!/^\d{1,15}$/.test(from) || !/^\d{1,15}$/.test(to))
    return 'a range is given by two numbers of digits only, at most 15';
  if (from.length !== to.length) return `${from} and ${to} are not equally long`;
  if (Number(from) > Number(to)) return `${from} comes after ${to}`;
  if (Number(to) - Number(from) >= mostNumbers) return `a range holds at most ${mostNumbers} numbers`;
  return null;
}

/** Pairs that are there already stay as they are. `taken`: numbers of others that no line may get. */
export function configurePairs(
  configuration: Configuration,
  pairs: readonly Pair[],
  range: DnRange,
  taken: ReadonlySet<string>,
): Result<Configured, string> {
  const wrong = rangeProblem(range);
  if (wrong !== null) return fail(wrong);
  const missing = pairs.filter((pair) => !configuration.associations.has(associationKey(pair)));
  const inProxyMode = ({ assistantId }: Pair) => configuration.users.get(assistantId)?.mode !== 'shared';
  const needed = missing.filter(inProxyMode).length;
  const free = freeNumbers(configuration, range, taken, needed);
  if (free.length < needed) {
    return fail(`the range ${range.from} to ${range.to} has ${free.length} free numbers; ${needed} are needed`);
  }
  let next = configuration;
  let used = 0;
  const done: ConfiguredPair[] = [];
  for (const pair of missing) {
    const dn = inProxyMode(pair) ? (free[used++] ?? null) : null;
    const added = addAssociation({ ...pair, dn, lineId: null, isDefault: false })(next);
    if (!added.ok) return added;
    next = added.value;
    done.push({ ...pair, dn });
  }
  return ok({ configuration: next, pairs: done });
}

/** At most `most`, the lowest first. */
function freeNumbers(
  { lines }: Configuration,
  { from, to }: DnRange,
  taken: ReadonlySet<string>,
  most: number,
): string[] {
  const given = new Set([...lines.values()].map(({ dn }) => dn.replace(/^\+/, '')));
  const free: string[] = [];
  for (let number = Number(from); number <= Number(to) && free.length < most; number += 1) {
    const dn = String(number).padStart(from.length, '0');
    if (!given.has(dn) && !taken.has(dn)) free.push(dn);
  }
  return free;
}
