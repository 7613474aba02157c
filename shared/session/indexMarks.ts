/** The marks of many lines at once: a timeline wants all of them, and a schema for each would take seconds. */
import { isConnectionId } from '../idChecks';
import type { Mark } from './format';
import { markTypes } from './marks';

export const mostMarksOfLine = 100;
const longestName = 100;
const types: ReadonlySet<unknown> = new Set(markTypes);

/** One JSON text of several lists of marks, in order; null where one of them is not JSON. */
export function parseLists(
  bytes: Uint8Array,
  places: readonly (readonly [from: number, to: number])[],
): unknown[] | null {
  const length = places.reduce((sum, [from, to]) => sum + to - from + 1, 1);
  const joined = new Uint8Array(length);
  let at = 0;
  for (const [from, to] of places) {
    joined[at] = at === 0 ? 0x5b : 0x2c;
    joined.set(bytes.subarray(from, to), at + 1);
    at += to - from + 1;
  }
  joined[at] = 0x5d;
  try {
    const lists: unknown = JSON.parse(new TextDecoder().decode(joined));
    return Array.isArray(lists) && lists.length === places.length ? lists : null;
  } catch {
    return null;
  }
}

/** The good ones of a list; what `Mark` of the format allows, without the schema. */
export function marksIn(list: unknown): Mark[] {
  if (!Array.isArray(list) || list.length > mostMarksOfLine) return [];
  return list.flatMap((value: unknown) => {
    const mark = markOf(value);
    return mark === null ? [] : [mark];
  });
}

function markOf(value: unknown): Mark | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, connectionId, who, manager, server }: Partial<Record<keyof Mark, unknown>> = value;
  if (!isType(type)) return null;
  const mark: Mark = { type };
  if (connectionId !== undefined) {
    if (!isConnectionId(connectionId)) return null;
    mark.connectionId = connectionId;
  }
  if (who !== undefined) {
    if (!isName(who)) return null;
    mark.who = who;
  }
  if (manager !== undefined) {
    if (!isName(manager)) return null;
    mark.manager = manager;
  }
  if (server !== undefined) {
    if (server !== 'primary' && server !== 'backup') return null;
    mark.server = server;
  }
  return mark;
}

function isType(value: unknown): value is Mark['type'] {
  return types.has(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestName;
}
