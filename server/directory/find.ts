/** The first entries that match a query, in the order of answers. Agrees with `matchesQuery` (shared/directory/query). */
import type { DirectoryIndex } from './index';
import { planOf, type Plan } from './plan';

/** So few candidates are gone through at once, whatever a scan might cost. */
const fewCandidates = 20_000;
/** A candidate is read here and there, a scanned entry after its neighbour. */
const candidateCost = 4;

/** Ranks, ascending, at most `most`. `terms` are folded and not empty. */
export function findEntries(index: DirectoryIndex, terms: readonly string[], most: number): number[] {
  const plan = planOf(index, terms);
  if (!plan) return [];
  const { rarest } = plan;
  if (rarest) {
    const scanned = index.size * Math.min(1, most / (index.size * plan.share));
    if (rarest.uses <= fewCandidates || rarest.uses * candidateCost < scanned)
      return pick(index, plan, rarest.names, most);
  }
  return scan(index, plan, most);
}

/** From the first entry on until there are enough. */
function scan(index: DirectoryIndex, plan: Plan, most: number): number[] {
  const { letters, size } = index;
  const needed = plan.letters;
  const found: number[] = [];
  for (let rank = 0; rank < size && found.length < most; rank += 1) {
    if (((letters[rank] ?? 0) & needed) === needed && fits(index, plan, rank)) found.push(rank);
  }
  return found;
}

/** Every entry with one of these names; the lowest ranks are kept. */
function pick(index: DirectoryIndex, plan: Plan, names: readonly number[], most: number): number[] {
  const { entries, letters, starts } = index;
  const needed = plan.letters;
  const found: number[] = [];
  let limit = index.size;
  for (const name of names) {
    const end = starts[name + 1] ?? 0;
    for (let at = starts[name] ?? 0; at < end; at += 1) {
      const rank = entries[at] ?? 0;
      if (rank >= limit) break;
      if (((letters[rank] ?? 0) & needed) !== needed || !fits(index, plan, rank)) continue;
      if (!insert(found, rank) || found.length <= most) continue;
      found.pop();
      limit = found[most - 1] ?? limit;
    }
  }
  return found;
}

function fits({ first, last, names }: DirectoryIndex, { marks, wanted, unmarked }: Plan, rank: number): boolean {
  const one = first[rank] ?? 0;
  const other = last[rank] ?? 0;
  if (wanted !== 0 && (((marks[one] ?? 0) | (marks[other] ?? 0)) & wanted) !== wanted) return false;
  for (const term of unmarked) if (!names.includes(one, term) && !names.includes(other, term)) return false;
  return true;
}

/** False when it is there already: an entry is met once for each of its names. */
function insert(ascending: number[], rank: number): boolean {
  let place = ascending.length;
  while (place > 0 && (ascending[place - 1] ?? 0) > rank) place -= 1;
  if (place > 0 && ascending[place - 1] === rank) return false;
  ascending.splice(place, 0, rank);
  return true;
}
