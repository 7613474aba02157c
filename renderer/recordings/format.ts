/** Sizes and moments of recordings as people read them, in the digits of the language. */
import { formatLocale } from '../format/locale';

/** `0.4 kB`, `12 kB`, `3.1 MB`. */
export function formatBytes(bytes: number): string {
  const [unit, size] = bytes < 999_500 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const value = bytes / size;
  const options = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(formatLocale(), { ...options, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** `22 Nov 2026, 10:02 – 10:12`: the day once where it is one. */
export function formatSpan(from: number, to: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeStyle: 'medium' }).formatRange(from, to);
}
