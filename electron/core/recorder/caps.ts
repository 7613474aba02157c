/** Which files of recordings have to go: too old, or too much of them. Pure. */
import type { LiveState } from '../../../shared/session/write';
import type { FileEntry } from './files';
import { partOf } from './names';

export interface Caps {
  /** A file is not made larger than this by much. */
  readonly partBytes: number;
  readonly totalBytes: number;
  readonly ageMs: number;
}

export const usualCaps: Caps = { partBytes: 16_000_000, totalBytes: 200_000_000, ageMs: 14 * 24 * 3_600_000 };

/** Files are dated by the machine; no console has written one before this, and a machine that dates one so did not know the day. */
const firstDay = Date.UTC(2026, 0, 1);

/**
 * The time by which files may be found too old; null while none can be. A machine whose clock is years ahead would lose every recording
 * at once, so a service must say that it is as late, too: the earlier of the two clocks counts.
 */
export function surelyNow(
  { link, clockOffsetMs }: Pick<LiveState, 'link' | 'clockOffsetMs'>,
  wallNow: number,
): number | null {
  return link.phase === 'live' ? wallNow + Math.min(0, clockOffsetMs) : null;
}

/** Oldest first. `written` are being written and stay. */
export function surplus(
  files: readonly FileEntry[],
  written: ReadonlySet<string>,
  caps: Caps,
  now: number | null,
): string[] {
  const ours = files.filter(({ name }) => partOf(name) !== null);
  const deletable = ours
    .filter(({ name }) => !written.has(name))
    .sort((a, b) => a.changedAt - b.changedAt || a.name.localeCompare(b.name, 'en', { numeric: true }));
  let total = ours.reduce((sum, { bytes }) => sum + bytes, 0);
  const leaving: string[] = [];
  for (const { name, bytes, changedAt } of deletable) {
    const tooOld = now !== null && changedAt >= firstDay && now - changedAt > caps.ageMs;
    if (!tooOld && total <= caps.totalBytes) continue;
    leaving.push(name);
    total -= bytes;
  }
  return leaving;
}
