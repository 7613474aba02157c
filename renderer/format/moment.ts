/** When something was, as short as it stays clear: the time today, else the day with it. Milliseconds since the epoch. */
import { formatLocale } from './locale';

export function formatMoment(at: number, now: number, locale = formatLocale(), timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat('en', { ...zone, dateStyle: 'short' });
  const year = new Intl.DateTimeFormat('en', { ...zone, year: 'numeric' });
  const time = { ...zone, hour: 'numeric', minute: '2-digit' } as const;
  if (day.format(at) === day.format(now)) return new Intl.DateTimeFormat(locale, time).format(at);
  const sameYear = year.format(at) === year.format(now);
  const date = { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) } as const;
  return new Intl.DateTimeFormat(locale, { ...time, ...date }).format(at);
}
