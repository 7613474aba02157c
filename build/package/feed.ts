/**
 * The update feed: `latest*.yml` as electron-builder writes it, signed by us. The signature lies beside it as `latest*.yml.sig`: base64 of Ed25519 over
 * the exact bytes of the file. The app has the public key built in and installs nothing that a feed names which is not signed with it, so
 * whoever gets hold of the server that carries the updates still cannot hand out one.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** The private key as the environment has it: PEM, or one line of base64 (PKCS #8). Throws a sentence without any of it. */
export function readPrivateKey(text: string): KeyObject {
  const problem = 'UPDATE_FEED_PRIVATE_KEY is no Ed25519 key (PEM, or base64 of its PKCS #8 form)';
  let key: KeyObject;
  try {
    key = text.includes('-----BEGIN')
      ? createPrivateKey(text)
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    // What OpenSSL says may quote what it was given.
    throw new Error(problem);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(problem);
  return key;
}

/** As UPDATE_FEED_PUBLIC_KEY wants it: one line of base64 (SPKI). */
export function publicKeyOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
}

export function newKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const kept = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  return { privateKey: kept, publicKey: publicKeyOf(privateKey) };
}

export function signatureOf(feed: Uint8Array, privateKey: KeyObject): string {
  return sign(null, feed, privateKey).toString('base64');
}

/** How many of a hundred installations are offered this version; the others wait until the feed says more. Null takes the limit away. */
export function withStaging(feed: string, percentage: number | null): string {
  const rest = feed.replace(/^stagingPercentage:.*\n?/gm, '');
  return percentage === null ? rest : `${rest.replace(/\n*$/, '\n')}stagingPercentage: ${percentage}\n`;
}

export interface FeedFile {
  readonly url: string;
  readonly sha512: string;
  readonly size: number | null;
}

/** The files that a feed names under `files:`, each by a line for its address, one for its hash and one for its size. */
export function filesOf(feed: string): FeedFile[] {
  return [...feed.matchAll(/^ +- url: (.+)\n +sha512: (\S+)(?:\n +size: (\d+))?$/gm)].map(
    ([, url = '', sha512 = '', size]) => ({
      url: url.replace(/^(['"])(.*)\1$/, '$2'),
      sha512,
      size: size === undefined ? null : Number(size),
    }),
  );
}

/** What a feed says that is not so; such a feed is not signed. `read` gives null for what is not there. */
export function liesOf(feed: string, read: (name: string) => Uint8Array | null): string[] {
  const files = filesOf(feed);
  if (files.length === 0) return ['it names no file'];
  // The app reads it with another parser: what is written in some other way would be signed unseen.
  if (feed.match(/\burl\b/g)?.length !== files.length) return ['it names a file in a way that is not looked at here'];
  return files.flatMap(({ url, sha512, size }) => {
    if (url.includes('/') || url.includes('\\')) return [`${url} is not beside it`];
    const bytes = read(url);
    if (bytes === null) return [`${url} is not there`];
    // The app takes no more bytes than it says, and nothing without a size.
    if (size !== bytes.length) return [`${url} has another size`];
    return createHash('sha512').update(bytes).digest('base64') === sha512 ? [] : [`${url} has another hash`];
  });
}
