/** What a change deserves to be said: a ringing call to a screen reader, a failover or a lost answer to everybody. */
import type { BridgePush } from '../../shared/bridge';
import { t } from '../strings/i18n';
import { changeNotices } from './changes';
import type { AppState, Toast } from './state';

export type Notice =
  | { readonly kind: 'toast'; readonly tone: Toast['tone']; readonly text: string }
  | { readonly kind: 'announce'; readonly text: string; readonly urgent: boolean };

export function noticesOf(before: AppState, after: AppState, push: BridgePush): Notice[] {
  switch (push.kind) {
    case 'link':
      return linkNotices(before, after);
    case 'console':
    case 'events':
      return changeNotices(before, after, push);
    case 'outcome':
      return outcomeNotices(before, push);
    case 'tookOver':
      return [{ kind: 'toast', tone: 'warn', text: t('toast.tookOver') }];
    case 'settings':
    case 'preferences':
    case 'layout':
    case 'speedDials':
    case 'history':
    case 'signIn':
    // Stays on the screen by itself (FileProblems).
    case 'fileProblems':
    case 'recorder':
    case 'systemKeys':
    case 'update':
    case 'dialLink':
    case 'linkEntry':
    case 'linkHistory':
    case 'connectionCheck':
    case 'run':
    case 'showCall':
      return [];
  }
}

function linkNotices(before: AppState, after: AppState): Notice[] {
  const { link } = after;
  if (link.phase !== 'live' || before.link.phase === 'live' || before.lastLive === null) return [];
  const key = before.lastLive === link.server ? 'toast.liveAgain' : 'toast.nowOn';
  return [{ kind: 'toast', tone: 'good', text: t(key, { server: t(`server.${link.server}`) }) }];
}

function outcomeNotices(before: AppState, push: Extract<BridgePush, { kind: 'outcome' }>): Notice[] {
  const command = before.pending.find((pending) => pending.id === push.id)?.command;
  const action = command === undefined ? t('action.unknown') : t(`action.${command.type}`);
  switch (push.outcome.status) {
    case 'done':
      return [{ kind: 'toast', tone: 'good', text: t('toast.wentThrough', { action }) }];
    case 'refused':
      return [
        {
          kind: 'toast',
          tone: 'bad',
          text: t('toast.refused', { action, why: t(`error.${push.outcome.error.code}`) }),
        },
      ];
    case 'unknown':
      // Asked again after every failover, and answered the same: it is said once.
      return command === undefined ? [] : [{ kind: 'toast', tone: 'warn', text: t('toast.neverKnown', { action }) }];
  }
}
