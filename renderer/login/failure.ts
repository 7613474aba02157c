/** What to say for each way of not getting in, and what to do about it. */
import type { TFunction } from 'i18next';
import type { LoginFailure } from '../../shared/bridge';

const known = [
  'unknownUser',
  'wrongPassword',
  'notAssistant',
  'lockedOut',
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

export function failureWords(failure: LoginFailure, t: TFunction): FailureWords {
  const code = known.find((candidate) => candidate === failure);
  if (code === undefined)
    return { what: t('loginFailure.other.what'), how: t('loginFailure.other.how', { code: failure }) };
  return { what: t(`loginFailure.${code}.what`), how: t(`loginFailure.${code}.how`) };
}
