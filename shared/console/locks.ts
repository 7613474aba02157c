/** What an administrator can preset and lock on a machine: every setting and preference, by its name. */
import { z } from 'zod';

export const lockNames = [
  ...(['primary', 'backup', 'heartbeatIntervalMs', 'requestTimeoutMs', 'logLevel', 'allowPlain', 'authority'] as const),
  ...(['theme', 'textSize', 'language', 'popToFront', 'startWithComputer', 'notifications', 'recordSessions'] as const),
  ...(['ring', 'shortcuts', 'closeToTray', 'systemKeys', 'updates'] as const),
  /** Not a file of the console: whether a password may be kept at all. */
  'rememberMe',
] as const;
export const LockName = z.enum(lockNames);
export type LockName = z.infer<typeof LockName>;
