/** Times of the link as people read them, in the digits of the language. Milliseconds in. */
import { formatLocale } from '../format/locale';

/** `4 ms`, `0.4 ms`. */
export function formatMs(ms: number): string {
  const digits = ms < 10 ? 1 : 0;
  return unit(ms, 'millisecond', digits);
}

/** How long calls were away: `0.5 s`, `12 s`, `3 min`. */
export function formatAway(ms: number): string {
  if (ms < 10_000) return unit(ms / 1_000, 'second', ms < 1_000 ? 2 : 1);
  return ms < 120_000 ? unit(ms / 1_000, 'second', 0) : unit(ms / 60_000, 'minute', 0);
}

export function formatTime(at: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}

export function formatDate(at: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium' }).format(at);
}

export function formatMoment(at: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

function unit(value: number, name: 'millisecond' | 'second' | 'minute', digits: number): string {
  const options = { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(formatLocale(), options).format(value);
}
