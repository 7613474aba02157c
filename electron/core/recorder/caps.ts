/** Which files of recordings have to go: too old, or too much of them. Pure. */
import type { FileEntry } from './files';
import { partOf } from './names';

export interface Caps {
  /** A file is not made larger than this by much. */
  readonly partBytes: number;
  readonly totalBytes: number;
  readonly ageMs: number;
}

export const usualCaps: Caps = { partBytes: 16_000_000, totalBytes: 200_000_000, ageMs: 14 * 24 * 3_600_000 };

/** Oldest first. `current` is being written and stays. */
export function surplus(files: readonly FileEntry[], current: string | null, caps: Caps, wallNow: number): string[] {
  const ours = files.filter(({ name }) => partOf(name) !== null);
  const deletable = ours
    .filter(({ name }) => name !== current)
    .sort((a, b) => a.changedAt - b.changedAt || a.name.localeCompare(b.name, 'en', { numeric: true }));
  let total = ours.reduce((sum, { bytes }) => sum + bytes, 0);
  const leaving: string[] = [];
  for (const { name, bytes, changedAt } of deletable) {
    if (wallNow - changedAt <= caps.ageMs && total <= caps.totalBytes) continue;
    leaving.push(name);
    total -= bytes;
  }
  return leaving;
}
