/** What to say for each way of not getting in, and what to do about it. */
import type { TFunction } from 'i18next';
import type { LoginFailure } from '../../shared/bridge';
import { linkProblems } from '../../shared/connection/problem';
import { formatDuration } from '../format/duration';

const known = [
  'unknownUser',
  'wrongPassword',
  'notAssistant',
  'lockedOut',
  'wrongPool',
  ...linkProblems,
  'wrongVersion',
  'superseded',
  'tokenInvalid',
  'notLoggedIn',
  'standby',
  'tooManyRequests',
  'switchUnreachable',
] as const satisfies readonly LoginFailure[];

export interface FailureWords {
  readonly what: string;
  readonly how: string;
}

/** `retryInMs` where the service said how long a lock-out lasts, counted down by the caller. */
export function failureWords(failure: LoginFailure, t: TFunction, retryInMs?: number): FailureWords {
  if (failure === 'lockedOut' && retryInMs !== undefined) {
    const how =
      retryInMs <= 0
        ? t('loginFailure.lockedOver')
        : t('loginFailure.lockedFor', { time: formatDuration(Math.ceil(retryInMs / 1000) * 1000) });
    return { what: t('loginFailure.lockedOut.what'), how };
  }
  const code = known.find((candidate) => candidate === failure);
  if (code === undefined)
    return { what: t('loginFailure.other.what'), how: t('loginFailure.other.how', { code: failure }) };
  return { what: t(`loginFailure.${code}.what`), how: t(`loginFailure.${code}.how`) };
}
