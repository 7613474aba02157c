/** The calls of one assistant, as the console has seen them: missed, answered, placed (product §6). */
import { z } from 'zod';
import { Party } from '../calls/model';
import { ConnectionId } from '../ids';

/** The oldest go first. */
export const maxHistory = 1_000;

export const HistoryEntry = z.object({
  id: ConnectionId,
  kind: z.enum(['missed', 'answered', 'placed']),
  party: Party,
  /** Whose line it was: the manager's name, or null on the assistant's own lines. */
  manager: z.string().max(400).nullable(),
  /** Wall-clock milliseconds of the service. */
  startedAt: z.number(),
  answeredAt: z.number().nullable(),
  endedAt: z.number(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const CallHistory = z.object({
  version: z.literal(1),
  /** Newest first. */
  entries: z.array(HistoryEntry).max(maxHistory),
  /** Missed calls that ended after this have not been looked at: the badge counts them. */
  seenUntil: z.number(),
});
export type CallHistory = z.infer<typeof CallHistory>;

export const noHistory: CallHistory = { version: 1, entries: [], seenUntil: 0 };
