/** Whole numbers in the digits of the language. Never grouped: what is counted here is small, and a port is no quantity. */
import { formatLocale } from './locale';

const formats = new Map<string, Intl.NumberFormat>();

/** `digits`: filled up with zeros in front. */
export function formatCount(value: number, digits = 1, locale = formatLocale()): string {
  const key = `${locale}/${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, {
      useGrouping: false,
      minimumIntegerDigits: digits,
      maximumFractionDigits: 2,
    });
    formats.set(key, format);
  }
  return format.format(value);
}
