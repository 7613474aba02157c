/** An error that nothing in the page has caught: for the log, under a reference that the person is shown too. */
import { z } from 'zod';
import { referencePattern } from './reference';

export const PageProblem = z.object({
  /** Random; the person reads it out to support, who finds it in the log. */
  id: z.string().regex(referencePattern),
  /** `preload`: in what stands between page and host, on the desktop. */
  where: z.enum(['script', 'promise', 'screen', 'preload']),
  message: z.string().max(1_000),
  stack: z.string().max(8_000).nullable(),
});
export type PageProblem = z.infer<typeof PageProblem>;
