/**
 * Numbers as people read them. Extensions, national numbers and whatever somebody grouped by hand stay as they are. An E.164 number has
 * its country code apart; the rest goes in pairs from the end, as it is read aloud. Where an area code ends only a table of every
 * country's plan knows (libphonenumber-js: a sixth of the whole renderer, and the window shall shrink), and a block that looks like a
 * wrong area code is worse than none: pairs claim nothing. +1 is the exception: one plan, always three, three and four.
 */
const oneDigit = /^[17]/;
const twoDigits = /^(2[07]|3[0-469]|4[0134-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

export function formatNumber(number: string): string {
  if (!/^\+\d{7,}$/.test(number)) return number;
  const digits = number.slice(1);
  if (/^1\d{10}$/.test(digits)) return `+1 ${digits.slice(1, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
  const codeLength = oneDigit.test(digits) ? 1 : twoDigits.test(digits) ? 2 : 3;
  const pairs = digits.slice(codeLength).replace(/\B(?=(\d\d)+$)/g, ' ');
  return `+${digits.slice(0, codeLength)} ${pairs}`;
}
