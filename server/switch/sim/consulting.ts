/** A call waits while another party is asked, and is taken up again (ECMA-269 consultation call, reconnect call). */
import { ok } from '../../../shared/result';
import type { SwitchCommand } from '../port';
import { withState } from './call';
import { lineIsBusy, reachNumber } from './dial';
import { hasIntercom, isTalkedIn, locate, type Located } from './locate';
import { diallingFrom, leave, originate, whyNoCall } from './making';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';
import { silence } from './talking';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

/**
 * A number that cannot be called at all is refused, and nobody has been put on hold for it. A busy one gives the busy tone: the
 * consultation is half done as any other, and can be given up.
 */
export function consultationCall(state: SwitchState, command: CommandOf<'consultationCall'>): Outcome {
  const { callId, lineId, newCallId, to, purpose } = command;
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { line } = located.value;
  const refused = whyNoConsultation(state, located.value, purpose) ?? whyNoCall(state, newCallId, line);
  if (refused) return refused;
  const reach = reachNumber(state, to, diallingFrom(state, line, newCallId));
  if (!reach.ok && reach !== lineIsBusy) return reach;
  if (reach.ok && reach.value.kind === 'lines' && reach.value.lines.some(({ intercom }) => intercom)) {
    return refuse('notSupported', 'an intercom line cannot be asked into another call');
  }
  originate(state, line, newCallId, to, { lineId, heldCallId: callId, purpose });
  return ok(undefined);
}

/** Whoever was asked is let go, whoever waited is talked to again. */
export function reconnectCall(state: SwitchState, { callId, lineId }: CommandOf<'reconnectCall'>): Outcome {
  const located = locate(state, callId, lineId);
  if (!located.ok) return located;
  const { consultation } = located.value.call;
  const waiting = consultation?.lineId === lineId ? locate(state, consultation.heldCallId, lineId) : null;
  if (!waiting?.ok) return refuse('staleState', 'no call waits for this one');
  leave(state, located.value);
  const { call, connection, line } = waiting.value;
  if (connection.state !== 'hold') return ok(undefined);
  silence(state, line.phoneId, call.callId);
  const next = call.answeredAt === null ? 'alerting' : 'connected';
  state.put(withState(call, lineId, next, state.clock.now()), 'retrieved');
  return ok(undefined);
}

function whyNoConsultation(
  state: SwitchState,
  located: Located,
  purpose: CommandOf<'consultationCall'>['purpose'],
): Outcome | null {
  const { call, connection } = located;
  if (hasIntercom(state, call)) return refuse('notSupported', 'an intercom call cannot be put on hold');
  if (!isTalkedIn(located)) return refuse('staleState', 'nobody is talked to in this call');
  if (purpose === 'transfer' && call.connections.length > 2) {
    return refuse('notSupported', 'a call of more than two parties cannot be transferred');
  }
  const consulting = state.consulting().some(({ callId, consultation }) => {
    return consultation?.lineId === connection.lineId && [callId, consultation.heldCallId].includes(call.callId);
  });
  return consulting ? refuse('staleState', 'somebody is being asked already') : null;
}
