/**
 * What happened to each call, learnt from the switch's events alone: where it rang, who answered, when it ended. Pure. Both services
 * of a pair follow all calls, so that whichever is active when a call ends knows all of it. Times in milliseconds since the epoch.
 */
import type { CallId, Dn, LineId } from '../../shared/ids';
import type { SwitchCall, SwitchConnection, SwitchEvent } from '../switch/port';

export interface Answer {
  readonly lineId: LineId;
  readonly at: number;
  /** When the line left the call; null while it is in it. */
  readonly until: number | null;
}

/** A moment in the life of a call. What came before is counted too: clocks are set back now and then. */
export interface Moment {
  readonly at: number;
  readonly rungBefore: number;
  readonly answersBefore: number;
}

export interface CallTrack {
  readonly callId: CallId;
  readonly startedAt: number;
  /** The first route point the call came to, and when. Where it goes later does not change whose call it was. */
  readonly routedFor: (Moment & { readonly dn: Dn }) | null;
  /** Lines in the order in which they first rang. */
  readonly rang: readonly (Moment & { readonly lineId: LineId })[];
  readonly answers: readonly Answer[];
  /** Lines that ring now, or rang when the call ended. */
  readonly ringing: readonly LineId[];
  /** The caller hears the busy tone. */
  readonly failed: boolean;
}

export interface EndedCall extends CallTrack {
  readonly endedAt: number;
  /** The link to the switch was lost and the call gone when it came back: nobody knows how it ended. */
  readonly unseen: boolean;
  /** It became part of another call (transfer, conference) and goes on there. */
  readonly merged: boolean;
}

/** A call that is sent to and fro without end must not grow without end. */
const mostRemembered = 100;

/** The track after the switch has told how the call looks now. */
function follow(before: CallTrack, call: SwitchCall, now: number): CallTrack {
  const called = call.connections.filter(({ direction }) => direction === 'in');
  const ringing = called.filter(({ state }) => state === 'alerting').map(({ lineId }) => lineId);
  const known = new Set(before.rang.map(({ lineId }) => lineId));
  const moment: Moment = { at: now, rungBefore: before.rang.length, answersBefore: before.answers.length };
  const first = ringing.filter((lineId) => !known.has(lineId)).map((lineId) => ({ ...moment, lineId }));
  return {
    ...before,
    routedFor: before.routedFor ?? (call.routedFor === null ? null : { ...moment, dn: call.routedFor }),
    rang: [...before.rang, ...first].slice(0, mostRemembered),
    answers: followAnswers(before.answers, called, now),
    ringing,
    failed: call.connections.some(({ state }) => state === 'fail'),
  };
}

function end(track: CallTrack, endedAt: number, how: 'cleared' | 'merged' | 'unseen'): EndedCall {
  const answers = track.answers.map((answer) => ({ ...answer, until: answer.until ?? endedAt }));
  return { ...track, answers, endedAt, unseen: how === 'unseen', merged: how === 'merged' };
}

/** A call that has just come. */
function begun({ callId }: SwitchCall, now: number): CallTrack {
  return { callId, startedAt: now, routedFor: null, rang: [], answers: [], ringing: [], failed: false };
}

/** A call that was there before we looked: what the switch remembers of it. */
function found(call: SwitchCall): CallTrack {
  const { callId, startedAt, routedFor, answeredAt } = call;
  const called = call.connections.filter(({ direction, state }) => direction === 'in' && isTalking(state));
  const start: Moment = { at: startedAt, rungBefore: 0, answersBefore: 0 };
  return {
    callId,
    startedAt,
    routedFor: routedFor === null ? null : { ...start, dn: routedFor },
    rang: called.map(({ lineId }) => ({ ...start, lineId })),
    answers: called.map(({ lineId, since }) => ({ lineId, at: answeredAt ?? since, until: null })),
    ringing: [],
    failed: false,
  };
}

function followAnswers(answers: readonly Answer[], called: readonly SwitchConnection[], now: number): Answer[] {
  const talking = new Set(called.filter(({ state }) => isTalking(state)).map(({ lineId }) => lineId));
  const followed = answers.map((answer) =>
    answer.until === null && !talking.has(answer.lineId) ? { ...answer, until: now } : answer,
  );
  const open = new Set(followed.filter(({ until }) => until === null).map(({ lineId }) => lineId));
  const added = [...talking].filter((lineId) => !open.has(lineId)).map((lineId) => ({ lineId, at: now, until: null }));
  return [...followed, ...added].slice(0, mostRemembered);
}

function isTalking(state: SwitchConnection['state']): boolean {
  return state === 'connected' || state === 'hold';
}

/** All calls of the switch at once. */
export class CallTracks {
  readonly #tracks = new Map<CallId, CallTrack>();
  /** When the link to the switch was lost; null while it is up. */
  #lostAt: number | null = null;

  /** The call that has ended with this event, if one has. */
  apply(event: SwitchEvent, now: number): EndedCall | null {
    if (event.type === 'call') {
      this.#tracks.set(
        event.call.callId,
        follow(this.#tracks.get(event.call.callId) ?? begun(event.call, now), event.call, now),
      );
      return null;
    }
    if (event.type !== 'callCleared') return null;
    const track = this.#tracks.get(event.callId);
    this.#tracks.delete(event.callId);
    const merged = event.cause === 'transferred' || event.cause === 'conferenced';
    return track ? end(track, now, merged ? 'merged' : 'cleared') : null;
  }

  lost(now: number): void {
    this.#lostAt ??= now;
  }

  /** The link is back: whatever is not there any more ended while nobody looked, and counts until the link was lost. */
  replace(calls: readonly SwitchCall[], now: number): EndedCall[] {
    const present = new Set(calls.map(({ callId }) => callId));
    const ended: EndedCall[] = [];
    for (const [callId, track] of this.#tracks) {
      if (present.has(callId)) continue;
      this.#tracks.delete(callId);
      ended.push(end(track, this.#lostAt ?? now, 'unseen'));
    }
    for (const call of calls) {
      this.#tracks.set(call.callId, follow(this.#tracks.get(call.callId) ?? found(call), call, now));
    }
    this.#lostAt = null;
    return ended;
  }

  get size(): number {
    return this.#tracks.size;
  }
}
