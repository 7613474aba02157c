/** Only a feed that tells the truth is signed, and the signature is over the bytes that are published. */
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned } from '../../electron/core/updates/feed';
import { filesOf, liesOf, newKeys, publicKeyOf, readPrivateKey, signatureOf, withStaging } from './feed';

const installer = Buffer.from('an installer');
const sha512 = createHash('sha512').update(installer).digest('base64');
const feed = `version: 1.2.3
files:
  - url: assistant-console-1.2.3-windows-setup.exe
    sha512: ${sha512}
    size: 12
path: assistant-console-1.2.3-windows-setup.exe
sha512: ${sha512}
releaseDate: '2026-11-22T19:00:00.000Z'
`;
const beside = (name: string) => (name === 'assistant-console-1.2.3-windows-setup.exe' ? installer : null);

describe('keys', () => {
  it('are read as one line and as PEM, and belong together', () => {
    const { privateKey, publicKey } = newKeys();
    const key = readPrivateKey(privateKey);
    expect(publicKeyOf(key)).toBe(publicKey);
    const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(publicKeyOf(readPrivateKey(pem))).toBe(publicKey);
  });

  it('of another kind, or none, are refused without being repeated', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const pem = other.export({ format: 'pem', type: 'pkcs8' }).toString();
    for (const text of [
      '',
      'bm9uZQ==',
      'secret',
      '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----',
      pem,
    ])
      expect(() => readPrivateKey(text)).toThrow(/^UPDATE_FEED_PRIVATE_KEY is no Ed25519 key \(PEM, or base64/);
  });
});

it('a signature is base64 over the exact bytes', () => {
  const { privateKey, publicKey } = newKeys();
  const signature = Buffer.from(signatureOf(Buffer.from(feed), readPrivateKey(privateKey)), 'base64');
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  expect(verify(null, Buffer.from(feed), key, signature)).toBe(true);
  expect(verify(null, Buffer.from(feed.replace('1.2.3', '1.2.4')), key, signature)).toBe(false);
  // And as the app that has the key built in sees it.
  expect(isSigned(feed, signature.toString('base64'), publicKey)).toBe(true);
  expect(isSigned(feed, signature.toString('base64'), newKeys().publicKey)).toBe(false);
});

it('a staged rollout is one line, set, changed and taken away', () => {
  const twenty = withStaging(feed, 20);
  expect(twenty).toBe(`${feed}stagingPercentage: 20\n`);
  expect(withStaging(twenty, 50)).toBe(`${feed}stagingPercentage: 50\n`);
  expect(withStaging(twenty, null)).toBe(feed);
});

describe('a feed', () => {
  it('that is true has no lies', () => {
    expect(filesOf(feed)).toEqual([{ url: 'assistant-console-1.2.3-windows-setup.exe', sha512, size: 12 }]);
    expect(liesOf(feed, beside)).toEqual([]);
  });

  it.each([
    ['names no file', 'version: 1.2.3\n', 'it names no file'],
    ['names one that is not there', feed.replace('url: assistant', 'url: other'), 'is not there'],
    ['names one elsewhere', feed.replace('url: ', 'url: https://example.com/'), 'is not beside it'],
    ['has another hash', feed.replaceAll(sha512, 'AAAA'), 'has another hash'],
    ['has another size', feed.replace('size: 12', 'size: 11'), 'has another size'],
    ['has no size', feed.replace(/ +size: 12\n/, ''), 'has another size'],
    [
      'names one the other way round',
      feed.replace('path:', '  - sha512: AAAA\n    url: evil.exe\npath:'),
      'not looked at',
    ],
  ])('that %s is not signed', (_, text, lie) => {
    expect(liesOf(text, beside).join()).toContain(lie);
  });
});
