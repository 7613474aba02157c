/** Which call a key acts on when nobody says: the one that a person would mean. */
import type { CallState } from '../../../shared/calls/model';
import type { CallId, LineId } from '../../../shared/ids';
import type { SwitchConnection, SwitchSnapshot } from '../port';

/** Keys that act on a call. */
export type CallKey = 'answer' | 'hangUp' | 'hold' | 'resume' | 'transfer' | 'redirect' | 'voicemail';

export interface CallAtLine {
  readonly callId: CallId;
  readonly lineId: LineId;
}

/** States a key can act on, the likeliest first. */
const actsOn: Readonly<Record<CallKey, readonly CallState[]>> = {
  answer: ['alerting'],
  hangUp: ['connected', 'initiated', 'fail', 'alerting', 'hold'],
  hold: ['connected'],
  resume: ['hold'],
  transfer: ['connected', 'hold'],
  redirect: ['alerting', 'connected', 'hold'],
  voicemail: ['alerting', 'connected', 'hold'],
};

/** Keys that act on calls that ring here act on nothing that is only being rung from here. */
const takesRinging: ReadonlySet<CallKey> = new Set(['answer', 'redirect', 'voicemail']);

/**
 * The call at one of these lines that the key means; `callId` where somebody has said which.
 * What rings longest comes first; of several others, the one that last came into its state.
 */
export function obvious(
  snapshot: SwitchSnapshot,
  key: CallKey,
  where: { readonly lineIds: ReadonlySet<LineId>; readonly callId: string | undefined },
): CallAtLine | undefined {
  const here = snapshot.calls
    .filter(({ callId }) => where.callId === undefined || callId === where.callId)
    .flatMap(({ callId, connections }) => connections.map((at) => ({ callId, at })))
    .filter(({ at }) => where.lineIds.has(at.lineId));
  for (const state of actsOn[key]) {
    const longestFirst = state === 'alerting' && takesRinging.has(key);
    const [first] = here
      .filter(({ at }) => at.state === state && isForKey(key, at))
      .sort((a, b) => (longestFirst ? a.at.since - b.at.since : b.at.since - a.at.since));
    if (first) return { callId: first.callId, lineId: first.at.lineId };
  }
  return undefined;
}

function isForKey(key: CallKey, at: SwitchConnection): boolean {
  return at.state !== 'alerting' || at.direction === 'in' || !takesRinging.has(key);
}
