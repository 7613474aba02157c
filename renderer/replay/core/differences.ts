/** What has changed between two moments, path by path: things with an id are compared with themselves, wherever they stand in their list. Pure. */

export interface Change {
  /** `console`, `calls`, `Caller-17`, `state`. */
  readonly path: readonly string[];
  /** As JSON; null where it was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** So many are told; nobody reads more. */
export const maxChanges = 500;
const longest = 120;

/** What names a thing in a list. */
const ids = ['connectionId', 'managerId', 'lineId', 'userId', 'id'] as const;

export function differences(before: unknown, after: unknown): Change[] {
  const found: Change[] = [];
  compare(before, after, [], found);
  return found;
}

function compare(before: unknown, after: unknown, path: readonly string[], found: Change[]): void {
  if (found.length >= maxChanges || Object.is(before, after)) return;
  const both = isThing(before) && isThing(after) && Array.isArray(before) === Array.isArray(after);
  if (!both) {
    const [was, is] = [shown(before), shown(after)];
    if (was !== is) found.push({ path, before: was, after: is });
    return;
  }
  const [old, now] = [parts(before), parts(after)];
  for (const [key, part] of old) compare(part.value, now.get(key)?.value, [...path, part.label], found);
  for (const [key, part] of now) if (!old.has(key)) compare(undefined, part.value, [...path, part.label], found);
}

function isThing(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

interface Part {
  readonly label: string;
  readonly value: unknown;
}

function parts(thing: object): Map<string, Part> {
  const entries = Object.entries(thing) as [string, unknown][];
  if (!Array.isArray(thing)) return new Map(entries.map(([key, value]) => [key, { label: key, value }]));
  return new Map(entries.map(([index, value]) => [idOf(value) ?? index, { label: labelOf(value) ?? index, value }]));
}

function idOf(value: unknown): string | null {
  if (!isThing(value)) return null;
  const facts = value as Readonly<Record<string, unknown>>;
  const id = ids.map((key) => facts[key]).find((one) => typeof one === 'string');
  return typeof id === 'string' ? id : null;
}

/** A call goes by who calls, the rest by its name. */
function labelOf(value: unknown): string | null {
  if (!isThing(value)) return null;
  const facts = value as Readonly<Record<string, unknown>>;
  const party = facts['party'];
  const named = isThing(party) ? (party as Readonly<Record<string, unknown>>)['name'] : undefined;
  const name = [named, facts['name'], facts['label']].find((one) => typeof one === 'string' && one !== '');
  const id = idOf(value);
  return typeof name === 'string' && 'connectionId' in facts && id !== null
    ? `${name} (${id})`
    : typeof name === 'string'
      ? name
      : id;
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = isThing(value) ? gist(value) : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** A whole thing that came or went: what it is called, and for a call how it stands. */
function gist(value: object): string {
  const facts = value as Readonly<Record<string, unknown>>;
  const label = Array.isArray(value) ? null : labelOf(value);
  if (label === null) return JSON.stringify(value);
  return typeof facts['state'] === 'string' ? `${label}, ${facts['state']}` : label;
}
