/** What a change of calls and of the assistant deserves to be said. Pure. */
import type { BridgePush } from '../../shared/bridge';
import type { CallView } from '../../shared/calls/model';
import { formatNumber } from '../format/number';
import { t } from '../strings/i18n';
import { isAbout } from './about';
import { callOf } from './overlay';
import { longestWaiting, ringsHere } from './selection';
import type { AppState } from './state';
import type { Notice } from './notices';

export function changeNotices(before: AppState, after: AppState, push: BridgePush): Notice[] {
  return [
    ...ringingNotice(before, after),
    ...closedNotice(before, after),
    ...onlineNotice(before, after),
    ...(push.kind === 'events'
      ? outcomes(
          before,
          push.events.map(({ event }) => event),
        )
      : []),
    ...failedNotice(before, after),
  ];
}

/** A call that fails stays on the screen with the reason; who does not see the screen hears it. */
function failedNotice(before: AppState, after: AppState): Notice[] {
  if (before.console?.calls === after.console?.calls) return [];
  const known = new Set(callsOf(before).flatMap((call) => (call.state === 'fail' ? [call.connectionId] : [])));
  const failed = callsOf(after).find((call) => call.state === 'fail' && !known.has(call.connectionId));
  if (failed === undefined || before.console === null) return [];
  const why = failed.failedFor === undefined ? t('call.fail') : t(`call.failed.${failed.failedFor}`);
  return [{ kind: 'announce', urgent: false, text: t('announce.failed', { caller: callerOf(failed), why }) }];
}

function callsOf(state: AppState): readonly CallView[] {
  return state.console?.calls ?? [];
}

/** The manager's name first, the caller's second; how many ring, where it is not the only one. */
function ringingNotice(before: AppState, after: AppState): Notice[] {
  if (before.console?.calls === after.console?.calls) return [];
  const known = new Set(
    callsOf(before)
      .filter(ringsHere)
      .map((call) => call.connectionId),
  );
  const ringing = callsOf(after).filter(ringsHere);
  const next = longestWaiting(ringing.filter((call) => !known.has(call.connectionId)));
  if (next === null) return [];
  const manager = after.console?.managers.find((candidate) => candidate.managerId === next.managerId)?.name;
  const caller = callerOf(next);
  const count = ringing.length;
  const text =
    manager === undefined
      ? t(count > 1 ? 'announce.ringingMore' : 'announce.ringing', { caller, count })
      : t(count > 1 ? 'announce.ringingForMore' : 'announce.ringingFor', { caller, manager, count });
  return [{ kind: 'announce', urgent: true, text }];
}

export function callerOf(call: Pick<CallView, 'party'>): string {
  const { name, number } = call.party;
  if (name !== null && name !== '') return name;
  return number === null ? t('call.withheld') : formatNumber(number);
}

/** A dialog whose call or manager has gone does not just vanish. */
function closedNotice(before: AppState, after: AppState): Notice[] {
  const { overlay } = before;
  // Signed out: everything has gone, and the login screen says why.
  if (overlay === null || after.overlay !== null || after.console === null) return [];
  const connectionId = callOf(overlay);
  const call = callsOf(before).find((candidate) => candidate.connectionId === connectionId);
  // Sent away from this very dialog, and the call is gone before the answer has come.
  if (call !== undefined && after.pending.some(({ command }) => isAbout(command, call.connectionId))) return [];
  if (call !== undefined) return [toast('info', t('toast.callEnded', { caller: callerOf(call) }))];
  return overlay.kind === 'configure' ? [toast('info', t('toast.managerGone'))] : [];
}

function onlineNotice(before: AppState, after: AppState): Notice[] {
  if (before.console === null || after.console === null || before.console.mode === 'shared') return [];
  const { online } = after.console.me;
  if (before.console.me.online === online) return [];
  return [online ? toast('good', t('toast.online')) : toast('info', t('toast.offline'))];
}

type Event = Extract<BridgePush, { kind: 'events' }>['events'][number]['event'];

/** The calls that the assistant has left by transferring them. */
export function transferredBy(before: AppState, events: readonly Event[]): CallView[] {
  const known = new Map(callsOf(before).map((call) => [call.connectionId, call]));
  return events.flatMap((event) => {
    const call =
      event.type === 'callCleared' && event.cause === 'transferred' ? known.get(event.connectionId) : undefined;
    return call === undefined ? [] : [call];
  });
}

/** The assistant has left a call by transferring it, or people have come together. */
function outcomes(before: AppState, events: readonly Event[]): Notice[] {
  const known = new Map(callsOf(before).map((call) => [call.connectionId, call]));
  const [call, other] = transferredBy(before, events);
  if (call !== undefined && other !== undefined) {
    return [toast('good', t('toast.putThrough', { one: callerOf(call), other: callerOf(other) }))];
  }
  if (call !== undefined) return [toast('good', t('toast.transferred', { caller: callerOf(call) }))];
  const joined = events.find(
    (event) =>
      event.type === 'call' &&
      event.cause === 'conferenced' &&
      event.call.parties > Math.max(2, known.get(event.call.connectionId)?.parties ?? 0),
  );
  return joined?.type === 'call' ? [toast('good', t('toast.conference', { count: joined.call.parties }))] : [];
}

function toast(tone: 'info' | 'good', text: string): Notice {
  return { kind: 'toast', tone, text };
}
