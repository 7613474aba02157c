/** A `tel:` or `callto:` link that another program opened: the person is asked before anything is dialled. `parseDialLink` makes it of a text. */
import { z } from 'zod';
import { Dn } from '../ids';

/**
 * Why a link was not taken. `serviceCode`: has `*` or `#` in the number, which changes settings of a phone instead of calling somebody.
 * `otherNetwork`: is only a number within another company's telephone system. `several`: more than one link at once.
 */
export const dialLinkProblems = [
  'notALink',
  'tooLong',
  'notANumber',
  'serviceCode',
  'otherNetwork',
  'several',
] as const;
export type DialLinkProblem = (typeof dialLinkProblems)[number];

/** Keys that a link wants pressed once somebody has answered (an extension, the code of a meeting): shown, never sent. */
export const keysAfterPattern = /^[0-9*#]{1,32}(?: [0-9*#]{1,32}){0,7}$/;

export const DialLink = z.discriminatedUnion('status', [
  z.object({ status: z.literal('asks'), number: Dn, after: z.string().regex(keysAfterPattern).nullable() }),
  z.object({ status: z.literal('refused'), why: z.enum(dialLinkProblems) }),
]);
export type DialLink = z.infer<typeof DialLink>;
