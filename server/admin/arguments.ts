/** Values on the command line, understood once. What is wrong is said before the database is touched. */
import { InvalidArgumentError } from 'commander';
import { Dn } from '../../shared/ids';

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is wanted.');
  return Number(text);
}

export function dialable(text: string): Dn {
  const parsed = Dn.safeParse(text);
  if (!parsed.success)
    throw new InvalidArgumentError('a number has up to 32 digits, * or #, with or without a + in front.');
  return parsed.data;
}

/** `none` takes a value away. */
export function dialableOrNone(text: string): string {
  return text === 'none' ? text : dialable(text);
}

export function yesOrNo(text: string): boolean {
  if (text === 'yes' || text === 'true' || text === 'on') return true;
  if (text === 'no' || text === 'false' || text === 'off') return false;
  throw new InvalidArgumentError('yes or no is wanted.');
}

/** The options that were given: those left out do not stand in the way as undefined. */
export function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
