import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { LoginFailure } from '../../shared/bridge';
import { linkProblems } from '../../shared/connection/problem';
import { ErrorCode } from '../../shared/protocol/errors';
import { startStrings } from '../strings/i18n';
import { settings } from '../testing/scenes';
import { failureWords } from './failure';
import { pemOf } from './authorityFile';
import { isPlainRefused, keepLocked, parseSettings, settingsText, withHost } from './settingsForm';

beforeAll(startStrings);

describe('server settings', () => {
  const text = settingsText(settings);

  it('survive being shown and read back', () => {
    expect(parseSettings(text, settings)).toEqual({ ok: true, value: settings });
  });

  it('that an administrator has locked are saved exactly as they were told', () => {
    const told = { ...settings, primary: { host: ' one.example ', port: 1, tls: true } };
    const wanted = { ...told, primary: { host: 'one.example', port: 1, tls: true }, logLevel: 'debug' as const };
    expect(keepLocked(wanted, told, ['primary', 'theme'])).toEqual({ ...told, logLevel: 'debug' });
    expect(keepLocked(wanted, told, [])).toEqual(wanted);
  });

  it('take seconds, an empty backup, and other hosts', () => {
    const changed = {
      ...text,
      primaryHost: ' calls.example ',
      primaryTls: true,
      backupHost: '',
      backupPort: '',
      heartbeat: '1,5',
      timeout: '1',
      logLevel: 'debug' as const,
    };
    expect(parseSettings(changed, settings)).toEqual({
      ok: true,
      value: {
        ...settings,
        primary: { host: 'calls.example', port: 2912, tls: true },
        backup: null,
        heartbeatIntervalMs: 1_500,
        requestTimeoutMs: 1_000,
        logLevel: 'debug',
      },
    });
  });

  it('say which field is wrong', () => {
    const wrong = {
      ...text,
      primaryHost: 'a b',
      primaryPort: '70000',
      backupHost: '',
      backupPort: '1',
      heartbeat: '0.5',
      timeout: 'x',
      logLevel: 'info' as const,
    };
    expect(parseSettings(wrong, settings)).toEqual({
      ok: false,
      error: {
        primaryHost: 'badHost',
        primaryPort: 'badPort',
        backupHost: 'badHost',
        heartbeat: 'badPeriod',
        timeout: 'badPeriod',
      },
    });
  });

  const problemOf = (changed: Partial<typeof text>) => {
    const parsed = parseSettings({ ...text, ...changed }, settings);
    return parsed.ok ? {} : parsed.error;
  };

  it.each(['one.example', 'one.example.', 'bücher.example', 'ipma_1', '10.0.0.5', '::1', 'FE80::1', '::ffff:10.0.0.5'])(
    'take the host %s',
    (primaryHost) => expect(problemOf({ primaryHost })).toEqual({}),
  );

  it.each([
    ...['one.example:2912', 'wss://one.example', '[::1]', '::::', 'a..b', '...', '300.1.1.1', 'me@one.example'],
    ...['one.example/x', 'h'.repeat(254)],
  ])('refuse the host %s, of which no address could be made', (primaryHost) =>
    expect(problemOf({ primaryHost })).toEqual({ primaryHost: 'badHost' }),
  );

  it.each([
    ['one.example', '2912', ' One.Example ', '2912'],
    ['localhost', '2912', '127.0.0.1', '02912'],
  ])('refuse a backup that is the primary', (primaryHost, primaryPort, backupHost, backupPort) => {
    expect(problemOf({ primaryHost, primaryPort, backupHost, backupPort })).toEqual({ backupHost: 'sameServer' });
    expect(problemOf({ primaryHost, primaryPort, backupHost, backupPort: '2913' })).toEqual({});
  });

  it.each(['1e2', '0x10', '-1', '601', 'Infinity', '1.'])('take no period of %s', (heartbeat) =>
    expect(problemOf({ heartbeat })).toEqual({ heartbeat: 'badPeriod' }),
  );
});

describe('encryption', () => {
  const text = settingsText(settings);

  it('follows the host until somebody says otherwise for it', () => {
    const elsewhere = withHost(text, 'primary', 'calls.example');
    expect([text.primaryTls, elsewhere.primaryTls]).toEqual([false, true]);
    expect(withHost(elsewhere, 'primary', 'localhost').primaryTls).toBe(false);
    const plain = { ...elsewhere, primaryTls: false };
    expect(withHost(plain, 'primary', 'calls.example.org').primaryTls).toBe(false);
    const noBackup = settingsText({ ...settings, backup: null });
    expect([noBackup.backupTls, withHost(noBackup, 'backup', 'b.example').backupTls]).toEqual([false, true]);
  });

  it('says where the console would refuse to connect', () => {
    const plain = { ...text, primaryHost: 'calls.example', primaryTls: false };
    expect([isPlainRefused(plain, 'primary'), isPlainRefused(plain, 'backup')]).toEqual([true, false]);
    expect(isPlainRefused({ ...plain, allowPlain: true }, 'primary')).toBe(false);
    expect(isPlainRefused({ ...plain, primaryTls: true }, 'primary')).toBe(false);
  });

  it('takes an authority’s file as text or as the bytes alone, and no large one', async () => {
    expect(await pemOf(new Blob(['-----BEGIN CERTIFICATE-----']))).toBe('-----BEGIN CERTIFICATE-----');
    const der = await pemOf(new Blob([new Uint8Array([0x30, 0x82, 1, 2, ...Array.from({ length: 60 }, () => 7)])]));
    expect(der?.split('\n').map((line) => line.length)).toEqual([27, 64, 24, 25, 0]);
    expect(await pemOf(new Blob(['x'.repeat(65_537)]))).toBeNull();
  });
});

describe('not getting in', () => {
  it('has a sentence and an advice for every reason, and names an unexpected one', () => {
    const failures: LoginFailure[] = [...ErrorCode.options, ...linkProblems];
    const words = failures.map((failure) => failureWords(failure, i18next.t));
    expect(words.filter(({ what, how }) => what === '' || how === '' || what.includes('loginFailure'))).toEqual([]);
    expect(failureWords('internal', i18next.t).how).toContain('internal');
    expect(failureWords('wrongPool', i18next.t).how).toContain('server settings');
    expect(failureWords('wrongPassword', i18next.t)).not.toEqual(failureWords('unknownUser', i18next.t));
  });

  it.each([
    [-5, 'Try again now'],
    [1, 'in 0:01'],
    [60_001, 'in 1:01'],
    [899_000.5, 'in 15:00'],
  ])('says how long a lock-out of %d ms lasts', (retryInMs, words) => {
    expect(failureWords('lockedOut', i18next.t, retryInMs).how).toContain(words);
  });

  it('does not guess how long where the service did not say', () => {
    expect(failureWords('lockedOut', i18next.t).how).toContain('a few minutes');
  });
});
