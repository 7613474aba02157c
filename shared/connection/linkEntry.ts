/** What the link went through lately, for the timeline in the status bar. Wall-clock milliseconds of the console's machine. */
import { z } from 'zod';
import { ErrorCode } from '../protocol/errors';
import { ServiceName } from '../protocol/messages';
import { linkHistoryLimits } from './history';
import { linkProblems } from './problem';

const at = z.number();
const server = ServiceName;

export const LinkEntry = z.discriminatedUnion('kind', [
  /** A ping was answered. */
  z.object({ kind: z.literal('roundTrip'), at, server, ms: z.number().min(0) }),
  /** The ping sent then was not answered within the request timeout, nor did anything else come; the server was given up with it. */
  z.object({ kind: z.literal('missed'), at, server }),
  /** The machine went to sleep then, and the server was not heard any more after it: calls were away from then on. */
  z.object({ kind: z.literal('asleep'), at, server }),
  /** An attempt has failed, or the live server is lost. */
  z.object({
    kind: z.literal('lost'),
    at,
    server,
    problem: z.union([ErrorCode, z.enum(linkProblems)]),
    wasLive: z.boolean(),
  }),
  /** Calls are live again; `awayMs` since the loss, the question that was not answered, or the sleep; null at the first login. `failover`: on another server than before. */
  z.object({ kind: z.literal('live'), at, server, awayMs: z.number().min(0).nullable(), failover: z.boolean() }),
  z.object({ kind: z.literal('signedOut'), at }),
]);
export type LinkEntry = z.infer<typeof LinkEntry>;

/** In the order of time; the oldest of a kind leaves first. */
export const LinkHistory = z.array(LinkEntry).max(linkHistoryLimits.roundTrips + linkHistoryLimits.others);
export type LinkHistory = z.infer<typeof LinkHistory>;
