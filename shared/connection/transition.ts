/**
 * The failover state machine of product §7: `(state, event, now, random) -> (state, effects)`. Pure; the core runs the effects.
 * `now` is milliseconds of a clock that never jumps back, `random` a number in [0, 1).
 */
import { assertNever } from '../assertNever';
import { begin, lose, resync, standby, stop } from './attempt';
import type { ConnectionEffect, ConnectionEvent, Transition } from './events';
import { answered, goLive, heard } from './heartbeat';
import { leavesLive, stops, stopsSession } from './refusal';
import { generationInUse } from './state';
import type { ConnectionState } from './state';
import { dueAt, probe, tick } from './tick';
import { defaultTiming, longestAttemptMs } from './timing';

type Step = Transition<ConnectionState>;

export function transition(state: ConnectionState, event: ConnectionEvent, now: number, random: number): Step {
  // Late events of an old socket are nobody's business any more.
  if ('generation' in event && event.generation !== generationInUse(state)) return { state, effects: [] };
  const ringing = event.type === 'tick' ? { ...state, timerAt: null } : state;
  return withTimer(step(ringing, event, now, random));
}

function step(state: ConnectionState, event: ConnectionEvent, now: number, random: number): Step {
  const { link } = state;
  switch (event.type) {
    case 'signIn':
      if (link.phase !== 'signedOut') return nothing(state);
      return begin(
        {
          ...state,
          servers: event.hasBackup ? ['primary', 'backup'] : ['primary'],
          parameters: defaultTiming,
          problems: {},
          patient: event.patient,
        },
        'primary',
        now,
      );
    case 'signOut':
      return stop(state, null);
    case 'opened':
      return nothing(link.phase === 'connecting' ? { ...state, link: { ...link, opened: true } } : state);
    case 'closed':
      return lose(state, event.problem, now, random);
    case 'frame':
      return nothing(link.phase === 'live' ? { ...state, link: heard(link, now) } : state);
    case 'welcome':
      return greeted(state, event, now, random);
    case 'session':
      return link.phase === 'connecting' && link.asked ? goLive(state, event.parameters, now) : nothing(state);
    case 'parameters':
      return nothing(link.phase === 'live' ? { ...state, parameters: event.parameters } : state);
    case 'refused':
      return refused(state, event.code, now, random);
    case 'pong':
      return nothing(link.phase === 'live' ? { ...state, link: answered(link, event.id, now) } : state);
    case 'resync':
      return resync(state, now, random);
    case 'tick':
      return tick(state, now, random);
    case 'probe':
      return probe(state, now);
    case 'overrides':
      return nothing({ ...state, overrides: event.overrides });
    default:
      return assertNever(event);
  }
}

type Welcome = Extract<ConnectionEvent, { type: 'welcome' }>;

function greeted(state: ConnectionState, { role, electing }: Welcome, now: number, random: number): Step {
  const { link } = state;
  if (link.phase !== 'connecting' || link.asked) return nothing(state);
  if (role === 'standby') return standby(state, electing, now, random);
  // A service answers wrong passwords late on purpose: however short the request timeout, a login gets the longest attempt.
  const deadline = state.resumable ? link.deadline : Math.max(link.deadline, link.since + longestAttemptMs);
  return {
    state: { ...state, link: { ...link, asked: true, deadline } },
    effects: [{ type: 'authenticate', generation: link.generation, how: state.resumable ? 'resume' : 'login' }],
  };
}

function refused(state: ConnectionState, code: Parameters<typeof stops>[0], now: number, random: number): Step {
  const live = state.link.phase === 'live';
  if (state.resumable ? stopsSession(code) : stops(code)) return stop(state, code);
  // Live, any other error is about one frame; if the service means the session, it closes.
  return live && !leavesLive(code) ? nothing(state) : lose(state, code, now, random);
}

function nothing(state: ConnectionState): Step {
  return { state, effects: [] };
}

/**
 * Keeps one timer armed as long as there is anything to wait for. A timer that is due too early is left alone: it finds
 * nothing to do and arms the next one, so a busy stream of frames costs no timers.
 */
function withTimer({ state, effects }: Step): Step {
  const due = dueAt(state);
  if (due === null) return state.timerAt === null ? { state, effects } : armed(state, effects, null);
  if (state.timerAt !== null && state.timerAt <= due) return { state, effects };
  return armed(state, effects, due);
}

function armed(state: ConnectionState, effects: readonly ConnectionEffect[], at: number | null): Step {
  const effect: ConnectionEffect = at === null ? { type: 'disarmTimer' } : { type: 'armTimer', at };
  return { state: { ...state, timerAt: at }, effects: [...effects, effect] };
}
