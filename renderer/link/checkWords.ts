/** A step of the check in words: its state, what was found, what is wrong and what to do about it. */
import type { TFunction } from 'i18next';
import type { CheckFound, CheckProblem, CheckStep, ServerCheck } from '../../shared/connection/check';
import { formatDate, formatMs } from './format';
import { failureWords, type FailureWords } from '../login/failure';

/** Problems of the check itself, and those that mean something else when one server is asked than when nobody lets you in. */
const own = ['nameUnknown', 'timeout', 'otherService', 'stateDiffers', 'unreachable', 'badFrame', 'internal'] as const;

export function problemWords(problem: CheckProblem, t: TFunction): FailureWords {
  const mine = own.find((one) => one === problem);
  if (mine !== undefined) return { what: t(`check.problem.${mine}.what`), how: t(`check.problem.${mine}.how`) };
  return failureWords(problem as Exclude<CheckProblem, (typeof own)[number]>, t);
}

export function foundWords(found: CheckFound, t: TFunction): string {
  switch (found.of) {
    case 'dns':
      return found.addresses.join(', ');
    case 'tcp':
      return found.address;
    case 'tls': {
      const parts = [found.version, found.cipher, found.subject];
      if (found.validUntil !== null) parts.push(t('check.validUntil', { date: formatDate(found.validUntil) }));
      return parts.filter((part) => part !== '').join(' · ');
    }
    case 'greeting':
      return t(`check.role.${found.role}`, { server: t(`server.${found.service}`), protocol: found.protocol });
    case 'login':
      return t('check.signedInAs', { user: found.userId });
    case 'heartbeat':
      return t('check.trips', { times: found.trips.map(formatMs).join(', ') });
    case 'snapshot':
      return [
        t('check.managers', { n: found.managers }),
        t('check.lines', { n: found.lines }),
        t('check.calls', { n: found.calls }),
        t('check.bytes', { n: found.bytes }),
        t(`check.compared.${found.compared}`),
      ].join(' · ');
  }
}

export function stateWord(step: CheckStep, t: TFunction): string {
  return step.status === 'skipped' ? t(`check.skipped.${step.why}`) : t(`check.status.${step.status}`);
}

export interface Verdict {
  readonly tone: 'running' | 'ok' | 'bad';
  readonly text: string;
}

export function verdictOf({ steps }: Pick<ServerCheck, 'steps'>, t: TFunction): Verdict {
  const failed = steps.find(({ status }) => status === 'failed');
  if (failed !== undefined)
    return { tone: 'bad', text: t('check.verdict.failed', { step: t(`check.step.${failed.step}`) }) };
  const isOpen = steps.some(({ status }) => status === 'waiting' || status === 'running');
  if (isOpen) return { tone: 'running', text: t('check.verdict.running') };
  const isStandby = steps.some((step) => step.status === 'skipped' && step.why === 'standby');
  return { tone: 'ok', text: t(isStandby ? 'check.verdict.standby' : 'check.verdict.ok') };
}
