/** Where two states part, for somebody who has to find out why. */
import { canonical } from './hash';

export interface Difference {
  /** `console.calls[0].state`; empty where the two have nothing in common. */
  readonly path: string;
  readonly recorded: string;
  readonly replayed: string;
}

/** Characters of a value that are told. */
const longest = 200;

/** In the order of sorted keys; null where they are the same. What is undefined is absent. */
export function firstDifference(recorded: unknown, replayed: unknown, path = ''): Difference | null {
  if (Object.is(recorded, replayed)) return null;
  if (Array.isArray(recorded) && Array.isArray(replayed)) {
    const length = Math.max(recorded.length, replayed.length);
    for (let at = 0; at < length; at += 1) {
      const found = firstDifference(recorded[at], replayed[at], `${path}[${at}]`);
      if (found !== null) return found;
    }
    return null;
  }
  if (isRecord(recorded) && isRecord(replayed)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(replayed)])].sort();
    for (const key of keys) {
      const found = firstDifference(recorded[key], replayed[key], path === '' ? key : `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  }
  const difference = { path, recorded: shown(recorded), replayed: shown(replayed) };
  // 0 and -0 are written alike.
  return difference.recorded === difference.replayed && recorded === replayed ? null : difference;
}

function shown(value: unknown): string {
  if (value === undefined) return '(nothing)';
  const text = canonical(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
