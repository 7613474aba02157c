/** The heartbeat of a live link: silence is asked about, an unanswered question is a loss (product §7). */
import type { Transition } from './events';
import type { ConnectionState, Live } from './state';
import { timingInForce } from './timing';
import type { Timing } from './timing';

/** The login was answered: live, and the round trip is measured at once. */
export function goLive(state: ConnectionState, parameters: Timing, now: number): Transition<ConnectionState> {
  const { link } = state;
  if (link.phase !== 'connecting') return { state, effects: [] };
  const { server, generation } = link;
  const live: Live = { phase: 'live', server, generation, since: now, lastHeard: now, ping: null, roundTripMs: null };
  return ask({ ...state, parameters, resumable: true, problems: {}, link: live }, live, now);
}

/** Sends a ping with a fresh deadline, whatever was asked before. */
export function ask(state: ConnectionState, link: Live, now: number): Transition<ConnectionState> {
  const id = state.lastPing + 1;
  const deadline = now + timingInForce(state.parameters, state.overrides).requestTimeoutMs;
  return {
    state: { ...state, lastPing: id, link: { ...link, ping: { id, sentAt: now, deadline } } },
    effects: [{ type: 'ping', generation: link.generation, id }],
  };
}

/** Any frame proves life. */
export function heard(link: Live, now: number): Live {
  const ping = link.ping === null ? null : { ...link.ping, deadline: null };
  return { ...link, lastHeard: now, ping };
}

export function answered(link: Live, id: number, now: number): Live {
  if (link.ping?.id !== id) return link;
  return { ...link, ping: null, roundTripMs: now - link.ping.sentAt };
}

/** When the link must be looked at again: the ping's deadline, or the end of the silence allowed. */
export function liveDueAt(state: ConnectionState, link: Live): number {
  const { heartbeatIntervalMs } = timingInForce(state.parameters, state.overrides);
  return link.ping?.deadline ?? link.lastHeard + heartbeatIntervalMs;
}
