/** What to say for each way of not getting in, and what to do about it. */
import type { TFunction } from 'i18next';
import type { LoginFailure } from '../../shared/bridge';

const known = [
  'unknownUser',
  'wrongPassword',
  'notAssistant',
  'lockedOut',
  'wrongPool',
  'unreachable',
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

/** `retryInMs` where the service said how long a lock-out lasts. */
export function failureWords(failure: LoginFailure, t: TFunction, retryInMs?: number): FailureWords {
  if (failure === 'lockedOut' && retryInMs !== undefined) {
    const count = Math.max(1, Math.ceil(retryInMs / 60_000));
    return { what: t('loginFailure.lockedOut.what'), how: t('loginFailure.lockedFor', { count }) };
  }
  const code = known.find((candidate) => candidate === failure);
  if (code === undefined)
    return { what: t('loginFailure.other.what'), how: t('loginFailure.other.how', { code: failure }) };
  return { what: t(`loginFailure.${code}.what`), how: t(`loginFailure.${code}.how`) };
}
