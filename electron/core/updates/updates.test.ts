import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallState } from '../../../shared/calls/model';
import type { UpdateView } from '../../../shared/desktop/update';
import { ManualClock } from '../testing/manualClock';
import { feedUrl, isOlder, isSigned, readOffer } from './feed';
import { Lookout } from './lookout';
import { isOnThePhone } from '../../../shared/desktop/onThePhone';
import { updateView } from './view';
import type { UpdateEvent } from './view';
import { FeedRefused, whyFailed } from './whyFailed';

describe('a restart', () => {
  const withCall = (state: CallState) => ({ calls: [{ state }] });
  it.each(['initiated', 'alerting', 'connected', 'hold', 'queued'] as const)('waits for a call that is %s', (state) =>
    expect(isOnThePhone(withCall(state))).toBe(true),
  );
  it('waits for nothing else', () => {
    expect(isOnThePhone(null)).toBe(false);
    expect(isOnThePhone({ calls: [] })).toBe(false);
    expect(isOnThePhone(withCall('fail'))).toBe(false);
  });
});

describe('what is told of updates', () => {
  const after = (...events: UpdateEvent[]) =>
    events.reduce<UpdateView>(updateView, { phase: 'upToDate', checkedAt: null });
  const ready: UpdateEvent = { kind: 'fetched', version: '2.0.0' };

  it('goes from a look to a version that is ready', () => {
    expect(after({ kind: 'looking' })).toEqual({ phase: 'checking' });
    expect(after({ kind: 'looking' }, { kind: 'nothing', at: 7 })).toEqual({ phase: 'upToDate', checkedAt: 7 });
    const found = after({ kind: 'found', version: '2.0.0' }, { kind: 'progress', percent: 41.9 });
    expect(found).toEqual({ phase: 'downloading', version: '2.0.0', percent: 41 });
    expect(updateView(found, { kind: 'progress', percent: 41.2 })).toBe(found);
    expect(updateView(found, { kind: 'progress', percent: Number.NaN })).toBe(found);
    expect(updateView(found, { kind: 'looking' })).toBe(found);
    expect(updateView(found, ready)).toEqual({ phase: 'ready', version: '2.0.0' });
  });

  it.each<UpdateEvent>([
    { kind: 'looking' },
    { kind: 'nothing', at: 1 },
    { kind: 'failed', why: 'unreachable' },
    { kind: 'found', version: '2.0.0' },
    { kind: 'progress', percent: 5 },
    { kind: 'on' },
  ])('stays ready whatever comes after it: %j', (event) => {
    expect(after(ready, event)).toEqual({ phase: 'ready', version: '2.0.0' });
  });

  it('says when it is off, and hears nothing then', () => {
    const off = after(ready, { kind: 'off', why: 'preference' });
    expect(off).toEqual({ phase: 'off', why: 'preference' });
    expect(updateView(off, ready)).toBe(off);
    expect(updateView(off, { kind: 'on' })).toEqual({ phase: 'upToDate', checkedAt: null });
    expect(after({ kind: 'failed', why: 'notTrusted' })).toEqual({ phase: 'failed', why: 'notTrusted' });
    expect(after(ready, { kind: 'found', version: '3.0.0' })).toMatchObject({ phase: 'downloading' });
  });
});

describe('a feed', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const text = 'version: 2.0.0\n';
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');

  it('is signed by the key that was built in, as PEM or as base64', () => {
    expect(isSigned(text, signature, pem)).toBe(true);
    expect(isSigned(text, `${signature}\n`, publicKey.export({ type: 'spki', format: 'der' }).toString('base64'))).toBe(
      true,
    );
  });

  it.each([
    ['another text', 'version: 2.0.1\n', signature, pem],
    ['a line end more', `${text}\n`, signature, pem],
    ['no signature', text, '', pem],
    ['a page in its place', text, '<html></html>', pem],
    ['something behind it', text, `${signature}AAAA`, pem],
    ['no key', text, signature, ''],
    [
      'a key of another kind',
      text,
      signature,
      generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ],
    [
      'another key',
      text,
      signature,
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ],
  ])('is refused with %s', (_what, said, signed, key) => expect(isSigned(said, signed, key)).toBe(false));

  it('has an address of https, or of this machine itself', () => {
    expect(feedUrl('https://updates.example/console')?.href).toBe('https://updates.example/console/');
    expect(feedUrl('http://127.0.0.1:81/x/')?.href).toBe('http://127.0.0.1:81/x/');
    for (const wrong of [
      'http://updates.example/',
      'ftp://a/',
      'file:///a/',
      'https://me:pw@a/',
      'https://a/?x',
      '',
      'x',
    ])
      expect(feedUrl(wrong), wrong).toBeNull();
  });

  const sha512 = Buffer.alloc(64, 7).toString('base64');
  const file = { url: 'Assistant-Console-2.0.0.AppImage', sha512, size: 10 };
  it('offers files by name, each with its checksum and its size', () => {
    const offer = { version: '2.0.0', files: [file], path: file.url, sha512, stagingPercentage: 10, releaseDate: 'x' };
    expect(readOffer(offer, 'linux', 'x64').ok).toBe(true);
    expect(readOffer(offer, 'win32', 'x64')).toEqual({ ok: false, error: 'for another system' });
    expect(readOffer({ ...offer, files: [{ ...file, url: 'Console 2.0.0.exe' }] }, 'win32', 'x64').ok).toBe(true);
  });

  it.each([
    ['assistant-console-2.0.0-linux-x86_64.AppImage', 'x64', true],
    ['assistant-console-2.0.0-linux-amd64.deb', 'x64', true],
    ['assistant-console-2.0.0-linux-arm64.AppImage', 'x64', false],
    ['assistant-console-2.0.0-linux-arm64.deb', 'arm64', true],
    ['assistant-console-2.0.0-linux-x86_64.AppImage', 'arm64', false],
  ] as const)('%s for %s: %s', (url, processor, taken) => {
    expect(readOffer({ version: '2.0.0', files: [{ ...file, url }] }, 'linux', processor).ok).toBe(taken);
  });

  it.each([
    [{ url: '../x.AppImage' }],
    [{ url: 'a/x.AppImage' }],
    [{ url: 'a\\x.AppImage' }],
    [{ url: 'x..AppImage' }],
    [{ url: '%2e%2e%2fx.AppImage' }],
    [{ url: 'https://evil.example/x.AppImage' }],
    [{ url: '//evil.example/x.AppImage' }],
    [{ url: '.AppImage' }],
    [{ sha512: 'short' }],
    [{ sha512: undefined }],
    [{ size: -1 }],
    [{ size: 1e12 }],
  ])('offers nothing with %j', (wrong) => {
    expect(readOffer({ version: '2.0.0', files: [{ ...file, ...wrong }] }, 'linux', 'x64').ok).toBe(false);
  });

  it.each([
    null,
    'html',
    [],
    {},
    { version: '2.0.0' },
    { version: '2.0.0', files: [] },
    { version: '2.0.0-beta.1', files: [file] },
    { version: 2, files: [file] },
    { version: '2.0.0', files: [file], packages: {} },
    { version: '2.0.0', files: [file], path: '../x' },
  ])('makes no sense as %j', (parsed) => expect(readOffer(parsed, 'linux', 'x64').ok).toBe(false));

  it('knows what is older', () => {
    expect(isOlder('1.9.9', '2.0.0')).toBe(true);
    expect(isOlder('2.0.0', '2.0.0')).toBe(false);
    expect(isOlder('10.0.0', '9.9.9')).toBe(false);
    expect(isOlder('2.0.0', '2.0.1-beta')).toBe(true);
  });

  it('is signed the same way whatever form the private key has', () => {
    const again = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(createPublicKey(again).export({ type: 'spki', format: 'pem' })).toBe(pem);
    expect(isSigned(text, sign(null, Buffer.from(text), again).toString('base64'), pem)).toBe(true);
  });
});

it('what went wrong is told in a few kinds', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  expect(whyFailed(new FeedRefused('x'))).toBe('notTrusted');
  expect(whyFailed(new FeedRefused('x', 'damaged'))).toBe('damaged');
  expect(whyFailed(coded('ERR_CHECKSUM_MISMATCH'))).toBe('damaged');
  expect(whyFailed(coded('ERR_UPDATER_INVALID_SIGNATURE'))).toBe('notTrusted');
  expect(whyFailed(coded('ECONNREFUSED'))).toBe('unreachable');
  expect(whyFailed(coded('HTTP_ERROR_503'))).toBe('unreachable');
  expect(whyFailed(new Error('net::ERR_NAME_NOT_RESOLVED'))).toBe('unreachable');
  expect(whyFailed(new Error('something'))).toBe('other');
  expect(whyFailed('no error')).toBe('other');
});

it('looks soon after the start, then every few hours, and not just after somebody has', () => {
  const clock = new ManualClock();
  let looks = 0;
  const lookout = new Lookout(
    clock,
    () => 0.5,
    () => (looks += 1),
  );
  const minutes = (count: number) => clock.pass(count * 60_000);
  lookout.looked();
  minutes(600);
  expect(looks).toBe(0);
  lookout.begin();
  lookout.begin();
  minutes(2.9);
  expect(looks).toBe(0);
  minutes(0.1);
  expect(looks).toBe(1);
  minutes(299);
  lookout.looked();
  minutes(299);
  expect(looks).toBe(1);
  minutes(1);
  expect(looks).toBe(2);
  lookout.end();
  minutes(6_000);
  expect(looks).toBe(2);
});
