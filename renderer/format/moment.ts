/** When something was, as short as it stays clear: the time today, else the day with it. Milliseconds since the epoch. */
import { formatLocale } from './locale';

export function formatMoment(at: number, now: number, locale = formatLocale(), timeZone?: string): string {
  const zone: Intl.DateTimeFormatOptions = timeZone === undefined ? {} : { timeZone };
  const same = (part: Intl.DateTimeFormatOptions): boolean => {
    const format = new Intl.DateTimeFormat('en', { ...zone, ...part });
    return format.format(at) === format.format(now);
  };
  const wanted: Intl.DateTimeFormatOptions = { ...zone, hour: 'numeric', minute: '2-digit' };
  if (!same({ dateStyle: 'short' })) Object.assign(wanted, { day: 'numeric', month: 'short' });
  if (!same({ year: 'numeric' })) wanted.year = 'numeric';
  return new Intl.DateTimeFormat(locale, wanted).format(at);
}
