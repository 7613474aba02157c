/** A newer version of the console: looked for, fetched, checked, and put in place only when nobody is on the phone. */
import { z } from 'zod';

const version = z.string().min(1).max(40);

export const UpdateView = z.discriminatedUnion('phase', [
  /** `notHere`: this copy was not installed by an installer, or has no feed. */
  z.object({ phase: z.literal('off'), why: z.enum(['notHere', 'administrator', 'preference']) }),
  /** Wall-clock milliseconds; null before the first look. */
  z.object({ phase: z.literal('upToDate'), checkedAt: z.number().nullable() }),
  z.object({ phase: z.literal('checking') }),
  z.object({ phase: z.literal('downloading'), version, percent: z.number().min(0).max(100) }),
  /** Fetched and checked: put in place with `installUpdate`, or when the console ends. */
  z.object({ phase: z.literal('ready'), version }),
  /** `notTrusted`: the feed or the file is not signed as it must be, or offers an older version. */
  z.object({ phase: z.literal('failed'), why: z.enum(['unreachable', 'notTrusted', 'damaged', 'other']) }),
]);
export type UpdateView = z.infer<typeof UpdateView>;

export const noUpdates: UpdateView = { phase: 'off', why: 'notHere' };

/** `inCall`: not while somebody is on the phone, or a phone rings. */
export const InstallAnswer = z.object({ status: z.enum(['restarting', 'inCall', 'notReady']) });
export type InstallAnswer = z.infer<typeof InstallAnswer>;
