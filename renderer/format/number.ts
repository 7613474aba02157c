/** Numbers as people read them. Extensions stay as they are; a number with a country code is spaced as its country does. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export function formatNumber(number: string): string {
  if (!number.startsWith('+')) return number;
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
