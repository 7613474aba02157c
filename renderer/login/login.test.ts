import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { LoginFailure } from '../../shared/bridge';
import { linkProblems } from '../../shared/connection/problem';
import { ErrorCode } from '../../shared/protocol/errors';
import { startStrings } from '../strings/i18n';
import { settings } from '../testing/scenes';
import { failureWords } from './failure';
import { parseSettings, settingsText } from './settingsForm';

beforeAll(startStrings);

describe('server settings', () => {
  const text = settingsText(settings);

  it('survive being shown and read back', () => {
    expect(parseSettings(text, settings)).toEqual({ ok: true, value: settings });
  });

  it('take seconds, an empty backup, and other hosts', () => {
    const changed = {
      ...text,
      primaryHost: ' calls.example ',
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
