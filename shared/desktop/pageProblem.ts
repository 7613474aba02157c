/** An error that nothing in the page has caught: for the log, under an id that the person is shown too. */
import { z } from 'zod';

export const PageProblem = z.object({
  /** Random; the person reads it out to support, who finds it in the log. */
  id: z.string().regex(/^[0-9A-Z]{4,16}$/),
  where: z.enum(['script', 'promise', 'screen']),
  message: z.string().max(1_000),
  stack: z.string().max(8_000).nullable(),
});
export type PageProblem = z.infer<typeof PageProblem>;
