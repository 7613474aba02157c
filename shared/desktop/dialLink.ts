/** A `tel:` or `callto:` link that another program opened: the person is asked before anything is dialled. */
import { z } from 'zod';
import { Dn } from '../ids';

/** Why a link was not taken. */
export const dialLinkProblems = ['notALink', 'tooLong', 'notANumber'] as const;

export const DialLink = z.discriminatedUnion('status', [
  z.object({ status: z.literal('asks'), number: Dn }),
  z.object({ status: z.literal('refused'), why: z.enum(dialLinkProblems) }),
]);
export type DialLink = z.infer<typeof DialLink>;
