/** Branded identifiers: a call id cannot be passed where a line id is wanted. Parsed once at the edge, trusted after. */
import { z } from 'zod';
import { dnPattern, longestConnectionId } from './idChecks';
import { text } from './text';

const id = text.min(1).max(64);

/** A number as a switch understands it: digits, `*`, `#`, a leading `+`. */
export const Dn = z.string().regex(dnPattern).brand<'Dn'>();
export type Dn = z.infer<typeof Dn>;

/** One call, whatever number of parties it has (ECMA-269: callID). */
export const CallId = id.brand<'CallId'>();
export type CallId = z.infer<typeof CallId>;

/** One call at one line (ECMA-269: connectionID). */
export const ConnectionId = text.min(1).max(longestConnectionId).brand<'ConnectionId'>();
export type ConnectionId = z.infer<typeof ConnectionId>;

/** One line appearance of one phone. A shared DN has one line id a phone. */
export const LineId = id.brand<'LineId'>();
export type LineId = z.infer<typeof LineId>;

export const PhoneId = id.brand<'PhoneId'>();
export type PhoneId = z.infer<typeof PhoneId>;

/** Managers, assistants and administrators are all users; a manager id is the manager's user id. */
export const UserId = id.brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

/** Idempotency key of a command, chosen by the console. */
export const CommandId = id.brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** The connection id of a call at a line: the pair, written as one string. */
export function connectionIdOf(callId: CallId, lineId: LineId): ConnectionId {
  return ConnectionId.parse(`${callId}@${lineId}`);
}
