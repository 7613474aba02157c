/** What the switch process of the benchmark is told and tells. */
import { z } from 'zod';

export const Order = z.object({ rate: z.number(), seconds: z.number() });
export type Order = z.infer<typeof Order>;

export const Report = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), port: z.number() }),
  z.object({
    type: z.literal('done'),
    /** Milliseconds from dialling to ringing at an assistant, one a call. */
    times: z.array(z.number()),
    dialled: z.number(),
    /** Calls that the switch itself would not take. */
    refused: z.number(),
    /** Calls that rang somewhere else: at the manager's own phone, since nobody decided in time. */
    elsewhere: z.number(),
    /** Calls that rang nowhere. */
    lost: z.number(),
    seconds: z.number(),
    cpuSeconds: z.number(),
  }),
]);
export type Report = z.infer<typeof Report>;
