/** What makes a text an identifier, without a schema: the console's page does not load zod for it. `ids.ts` has the schemas of the same. */
import type { CommandId, ConnectionId, Dn } from './ids';
import type { Digits } from './protocol/commands';

/** No control characters: nobody types one on purpose, PostgreSQL keeps no NUL, and a log or a terminal obeys some of them. */
export const textPattern = /^\P{Cc}*$/u;
export const dnPattern = /^\+?[0-9*#]{1,32}$/;
export const digitsPattern = /^[0-9*#]{1,32}$/;
export const longestConnectionId = 160;

export function isDn(text: string): text is Dn {
  return dnPattern.test(text);
}

/** Keys of a telephone's keypad. */
export function isDigits(text: string): text is Digits {
  return digitsPattern.test(text);
}

export function isConnectionId(value: unknown): value is ConnectionId {
  return typeof value === 'string' && value !== '' && value.length <= longestConnectionId && textPattern.test(value);
}

/** A command's id is a new UUID: nothing in it can be wrong. */
export function commandIdOf(uuid: ReturnType<Crypto['randomUUID']>): CommandId {
  const id: string = uuid;
  return id as CommandId;
}
