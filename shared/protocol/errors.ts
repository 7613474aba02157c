/** Every way the service can say no. Codes are stable; the message is for logs, the console shows its own words for each code. */
import { z } from 'zod';

export const ErrorCode = z.enum([
  // the frame
  'badFrame',
  'frameTooLarge',
  'wrongVersion',
  // the session
  'standby',
  'notLoggedIn',
  'unknownUser',
  'wrongPassword',
  'notAssistant',
  'lockedOut',
  /** The user belongs to another pool of services. */
  'wrongPool',
  'tokenInvalid',
  'superseded',
  // the command
  'unknownCommand',
  'notAllowed',
  'staleState',
  'noSuchCall',
  'cannotDial',
  'invalidPattern',
  /** The divert would come back to where it started. */
  'circularDivert',
  'invalidQuery',
  'limitExceeded',
  'expired',
  'tooManyRequests',
  // the service
  'switchUnreachable',
  'internal',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const ProtocolError = z.object({
  code: ErrorCode,
  message: z.string().max(500),
  /** `lockedOut`: milliseconds until it may be tried again, where it ends by itself. */
  retryInMs: z.number().nonnegative().optional(),
});
export type ProtocolError = z.infer<typeof ProtocolError>;

export function protocolError(code: ErrorCode, message: string): ProtocolError {
  return { code, message };
}
