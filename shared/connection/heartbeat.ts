/** The heartbeat of a live link: silence is asked about, an unanswered question is a loss (product §7). */
import type { Transition } from './events';
import type { ConnectionState, Live } from './state';
import { mostPutOffs, timingInForce } from './timing';
import type { Timing } from './timing';

/** The login was answered: live, and the round trip is measured at once. */
export function goLive(state: ConnectionState, parameters: Timing, now: number): Transition<ConnectionState> {
  const { link } = state;
  if (link.phase !== 'connecting') return { state, effects: [] };
  const { server, generation } = link;
  const live: Live = { phase: 'live', server, generation, since: now, lastHeard: now, ping: null, roundTripMs: null };
  return ask(
    { ...state, parameters, resumable: true, askedAgain: false, slow: 0, problems: {}, link: live },
    live,
    now,
  );
}

/** Sends a ping with a fresh deadline, whatever was asked before. */
export function ask(state: ConnectionState, link: Live, now: number): Transition<ConnectionState> {
  const deadline = now + timingInForce(state.parameters, state.overrides).requestTimeoutMs;
  return send(state, link, now, deadline, 0);
}

/**
 * Something may have happened to the link. What was asked before may have been lost with it, so there is a fresh deadline; but not for
 * ever: a network that changes again and again must not hide a server that is gone.
 */
export function askAnew(state: ConnectionState, link: Live, now: number): Transition<ConnectionState> {
  const before = link.ping;
  if (before === null || before.deadline === null) return ask(state, link, now);
  const fresh = now + timingInForce(state.parameters, state.overrides).requestTimeoutMs;
  const spent = before.putOff >= mostPutOffs;
  return send(state, link, now, spent ? Math.min(before.deadline, fresh) : fresh, before.putOff + 1);
}

function send(
  state: ConnectionState,
  link: Live,
  now: number,
  deadline: number,
  putOff: number,
): Transition<ConnectionState> {
  const id = state.lastPing + 1;
  return {
    state: { ...state, lastPing: id, link: { ...link, ping: { id, sentAt: now, deadline, putOff } } },
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
