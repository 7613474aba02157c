import { formatCount } from './count';
import { formatLocale } from './locale';

/** `0:07`, `12:40`, `1:02:03`. Milliseconds in; a clock that runs a little behind shows 0:00, never a negative time. */
export function formatDuration(milliseconds: number, locale = formatLocale()): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => formatCount(value, 2, locale);
  const seconds = two(total % 60);
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours === 0
    ? `${formatCount(minutes, 1, locale)}:${seconds}`
    : `${formatCount(hours, 1, locale)}:${two(minutes)}:${seconds}`;
}

/** ISO 8601 duration for <time datetime>. */
export function isoDuration(milliseconds: number): string {
  return `PT${Math.max(0, Math.floor(milliseconds / 1000))}S`;
}
