/**
 * What makes an update feed trustworthy. `latest*.yml` counts only with `latest*.yml.sig` beside it: base64 of an Ed25519 signature over its exact
 * bytes, by the key that was built into this console. The file an update comes in is then held by the checksum in the signed text.
 */
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { isLoopback } from '../../../shared/connection/loopback';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';

export interface Feed {
  /** The folder that carries the feed and the installers. */
  readonly url: string;
  /** PEM, or base64 of the same in DER. */
  readonly publicKey: string;
}

/** Bytes, of the feed's text and of its signature. */
export const maxFeed = 512 * 1024;

/** https; plain http to this machine itself only, where a test is. Null for anything else. */
export function feedUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

export function isSigned(text: string, signature: string, publicKey: string): boolean {
  const encoded = signature.trim();
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 64 || bytes.toString('base64') !== encoded) return false;
  try {
    const key = publicKey.includes('-----BEGIN')
      ? createPublicKey(publicKey)
      : createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text, 'utf8'), key, bytes);
  } catch {
    return false;
  }
}

/** A name and nothing else: no folder, no way out of one, no other host. */
const FileName = z
  .string()
  .max(200)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._+()-]*$/u)
  .refine((name) => !name.includes('..'));
const Sha512 = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').toString('base64') === text && text.length === 88);

/** Larger is no console. */
const maxFile = 1024 * 1024 * 1024;

const Offer = z.object({
  /** Releases only: whoever tries what comes next installs it by hand. */
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  files: z
    .array(z.object({ url: FileName, sha512: Sha512, size: z.number().int().min(1).max(maxFile) }))
    .min(1)
    .max(20),
  stagingPercentage: z.number().min(0).max(100).optional(),
  /** Of old updaters, which took `path` for the file: what is not read here does no harm, what is must be as good. */
  path: FileName.optional(),
  packages: z.undefined().optional(),
});
export type Offer = z.infer<typeof Offer>;

/** Only what stands before a `-` counts. */
export function isOlder(offered: string, than: string): boolean {
  const parts = (version: string) => /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [0, 0, 0];
  const have = parts(than);
  const difference = parts(offered).map((part, index) => part - (have[index] ?? 0));
  return (difference.find((part) => part !== 0) ?? 0) < 0;
}

/** A feed of another system, well signed, is still none for this one. */
const installers: Partial<Record<NodeJS.Platform, RegExp>> = {
  win32: /\.exe$/i,
  darwin: /\.zip$/i,
  linux: /\.(AppImage|deb|rpm|pacman)$/i,
};

/** Nor one of another processor, where a system has an installer for each: in its place it would be a program that does not start. */
const otherProcessors: Partial<Record<NodeJS.Architecture, RegExp>> = {
  x64: /[-_.](arm64|aarch64|armv7l|armhf)\b/i,
  arm64: /[-_.](x64|x86_64|amd64|i386)\b/i,
};

/** What is signed must still make sense: a slip at the release, or a feed that somebody signed who should not have. */
export function readOffer(
  parsed: unknown,
  platform: NodeJS.Platform,
  processor: NodeJS.Architecture,
): Result<Offer, string> {
  const offer = Offer.safeParse(parsed);
  if (!offer.success) return fail(offer.error.issues.map(({ path }) => path.join('.')).join(', ') || 'not an offer');
  const forHere = offer.data.files.filter(({ url }) => installers[platform]?.test(url) ?? false);
  if (forHere.length === 0) return fail('for another system');
  const other = platform === 'linux' ? otherProcessors[processor] : undefined;
  return forHere.some(({ url }) => other?.test(url) === true) ? fail('for another processor') : ok(offer.data);
}
