/** The calls by day, as the language of the screen names days. Pure: times are local milliseconds. */
import type { HistoryEntry } from '../../../shared/console/history';

export interface Day {
  /** Local date, as `2026-11-22`. */
  readonly id: string;
  readonly name: string;
  readonly entries: readonly HistoryEntry[];
}

interface DayFacts {
  readonly now: number;
  /** Service clock minus this machine's clock: the entries are in the service's. */
  readonly clockOffsetMs: number;
  readonly locale: string;
}

/** Newest first, whatever order they come in. */
export function byDay(entries: readonly HistoryEntry[], { now, clockOffsetMs, locale }: DayFacts): Day[] {
  const days = new Map<string, { readonly at: number; readonly entries: HistoryEntry[] }>();
  for (const entry of entries.toSorted((a, b) => b.startedAt - a.startedAt)) {
    const at = entry.startedAt - clockOffsetMs;
    const id = dateOf(at);
    const day = days.get(id);
    if (day) day.entries.push(entry);
    else days.set(id, { at, entries: [entry] });
  }
  return [...days].map(([id, day]) => ({ id, name: dayName(day.at, now, locale), entries: day.entries }));
}

/** Today, yesterday, the weekday with its date; the year only where it is another one. */
export function dayName(at: number, now: number, locale: string): string {
  const ago = daysBetween(at, now);
  if (ago === 0 || ago === 1) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day');
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year: Intl.DateTimeFormatOptions = sameYear ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...year }).format(at);
}

/** Calendar days, not times 24 hours: a day may have 23 or 25. */
function daysBetween(at: number, now: number): number {
  const midnight = (time: number): number => {
    const date = new Date(time);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return (midnight(now) - midnight(at)) / 86_400_000;
}

function dateOf(time: number): string {
  const date = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
