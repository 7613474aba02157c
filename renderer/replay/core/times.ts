/** Times of the replay as people read them: to the millisecond, in the digits of the language. */
import { formatLocale } from '../../format/locale';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${formatLocale()}/${name}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(formatLocale(), options);
    formats.set(key, found);
  }
  return found;
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/** `12:03:20.418`. */
export function formatExact(wall: number): string {
  return format('exact', { ...clock, fractionalSecondDigits: 3 }).format(wall);
}

/** `12:03:20`. */
export function formatSecond(wall: number): string {
  return format('second', clock).format(wall);
}

/** `12:03`. */
export function formatMinute(wall: number): string {
  return format('minute', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(wall);
}

/** `22 Nov 2026`. */
export function formatDay(wall: number): string {
  return format('day', { dateStyle: 'medium' }).format(wall);
}

/** `18,204`: events are many. */
export function formatMany(count: number): string {
  return new Intl.NumberFormat(formatLocale()).format(count);
}
