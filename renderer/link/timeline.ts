/** The link's history as a picture: where everything stands on it. Pure; times in milliseconds, places from 0 to 1 along the time shown. */
import type { LinkView } from '../../shared/bridge';
import type { LinkEntry, LinkHistory } from '../../shared/connection/linkEntry';
import type { ServiceName } from '../../shared/protocol/messages';

export type Lane = ServiceName | 'away';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Period extends Span {
  readonly lane: Lane;
}

/** Null: nobody is signed in. */
interface Turn {
  readonly lane: Lane | null;
  readonly at: number;
}

export interface Timeline {
  readonly span: Span;
  readonly periods: readonly Period[];
  readonly trips: readonly { readonly at: number; readonly height: number }[];
  readonly misses: readonly number[];
  readonly failovers: readonly { readonly at: number; readonly awayMs: number }[];
}

export const shortSpanMs = 10 * 60_000;
/** A round trip that fills the height; the clocks of a link are of this size. */
const tallestMs = 5_000;

/** From the shortest anyone notices to the longest anyone waits: steps of ten look alike. */
export function barHeight(ms: number): number {
  return Math.min(1, Math.log10(1 + ms) / Math.log10(1 + tallestMs));
}

export function spanOf(history: LinkHistory, link: LinkView, all: boolean, now: number): Span {
  const from = now - shortSpanMs;
  if (!all) return { from, to: now };
  const first = Math.min(history[0]?.at ?? now, link.phase === 'live' ? link.since : now);
  return { from: Math.min(first, now - 60_000), to: now };
}

/** Who served when. What was before the first entry is not known and left empty. */
export function periodsOf(history: LinkHistory, link: LinkView, now: number): readonly Period[] {
  const all = history.flatMap((entry): readonly Turn[] => {
    if (entry.kind === 'live') return [{ lane: entry.server, at: entry.at }];
    // Who did not answer any more was away before that was noticed.
    if (isSilence(entry) || (entry.kind === 'lost' && entry.wasLive)) return [{ lane: 'away', at: entry.at }];
    return entry.kind === 'signedOut' ? [{ lane: null, at: entry.at }] : [];
  });
  const turns = all.filter(({ lane }, index) => lane === null || lane !== all[index - 1]?.lane);
  const last = turns.at(-1);
  // Older than all that is kept of it.
  if (link.phase === 'live' && (last === undefined || last.lane === null))
    turns.push({ lane: link.server, at: link.since });
  return turns.flatMap(({ lane, at }, index) => {
    const to = Math.max(at, turns[index + 1]?.at ?? now);
    return lane === null ? [] : [{ lane, from: at, to }];
  });
}

/** Since when calls are away, where they are; null where nothing is known of it. */
export function awaySince(history: LinkHistory): number | null {
  const lost = history.findLastIndex((entry) => entry.kind === 'lost' && entry.wasLive);
  const before = history[lost - 1];
  return (before !== undefined && isSilence(before) ? before : history[lost])?.at ?? null;
}

/** From here on nothing was heard, whenever that was noticed. */
function isSilence({ kind }: LinkEntry): boolean {
  return kind === 'missed' || kind === 'asleep';
}

export function timelineOf(history: LinkHistory, link: LinkView, all: boolean, now: number): Timeline {
  const span = spanOf(history, link, all, now);
  const place = (at: number) => (at - span.from) / (span.to - span.from);
  const shown = history.filter(({ at }) => at >= span.from && at <= span.to);
  return {
    span,
    periods: periodsOf(history, link, now)
      .filter(({ to }) => to >= span.from)
      .map(({ lane, from, to }) => ({ lane, from: Math.max(0, place(from)), to: Math.min(1, place(to)) })),
    trips: shown.flatMap((entry) =>
      entry.kind === 'roundTrip' ? [{ at: place(entry.at), height: barHeight(entry.ms) }] : [],
    ),
    misses: shown.flatMap((entry) => (entry.kind === 'missed' ? [place(entry.at)] : [])),
    failovers: shown.flatMap((entry) =>
      entry.kind === 'live' && entry.awayMs !== null ? [{ at: place(entry.at), awayMs: entry.awayMs }] : [],
    ),
  };
}
