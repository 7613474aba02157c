/** Which of two servers' problems explains more: the one that is shown when both have failed. */
import type { LoginFailure } from '../bridge';
import type { ServiceName } from '../protocol/messages';
import { isLinkProblem } from './problem';

export type Problems = Readonly<Partial<Record<ServiceName, LoginFailure>>>;

/** Somebody has to change a setting, a certificate or a version: waiting does not help. */
const ofSettingUp: ReadonlySet<LoginFailure> = new Set<LoginFailure>([
  'certificateUntrusted',
  'certificateWrongHost',
  'certificateExpired',
  'notEncrypted',
  'plainNotAllowed',
  'wrongVersion',
]);

export function needsSettingUp(problem: LoginFailure): boolean {
  return ofSettingUp.has(problem);
}

/** The first one where both tell the same. */
export function moreTelling(one: LoginFailure, other: LoginFailure): LoginFailure {
  return weight(other) > weight(one) ? other : one;
}

function weight(problem: LoginFailure): number {
  if (needsSettingUp(problem)) return 4;
  // A standby does as it should; the other server is the one to look at.
  if (problem === 'standby') return 0;
  if (problem === 'unreachable') return 1;
  return isLinkProblem(problem) ? 2 : 3;
}
