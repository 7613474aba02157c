/** What is in a PEM file that somebody wants to have trusted, before it is. */
import { z } from 'zod';

/** Characters; what a settings file and a bridge message carry of it. */
export const maxAuthority = 65_536;

export const AuthorityCertificate = z.object({
  subject: z.string().max(500),
  issuer: z.string().max(500),
  /** Wall-clock milliseconds. */
  validFrom: z.number(),
  validTo: z.number(),
  /** SHA-256, as `AB:CD:…`. */
  fingerprint: z.string().max(100),
  /** It may issue certificates for others; one that may not vouches for itself only. */
  isAuthority: z.boolean(),
});
export type AuthorityCertificate = z.infer<typeof AuthorityCertificate>;

export const AuthorityAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('read'), certificates: z.array(AuthorityCertificate).min(1) }),
  z.object({
    status: z.literal('refused'),
    /** A private key has no business on every assistant's machine: a file that holds one is never taken. */
    why: z.enum(['noCertificate', 'damaged', 'privateKey']),
  }),
]);
export type AuthorityAnswer = z.infer<typeof AuthorityAnswer>;
