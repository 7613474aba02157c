/** Makes one call of several of a phone, which stays in it once (ECMA-269 conference call). */
import { maxParties } from '../../../shared/calls/parties';
import { ok } from '../../../shared/result';
import type { SwitchCommand } from '../port';
import { withState, withoutLine } from './call';
import { isTalkedIn } from './locate';
import { locateTogether, merge, whyNotTogether } from './merging';
import { refuse, type Outcome } from './refusal';
import type { SwitchState } from './state';
import { silence } from './talking';

type CommandOf<T extends SwitchCommand['type']> = Extract<SwitchCommand, { type: T }>;

/** The call that lives on is still its caller's; whoever joins it has been called into it. Who holds it goes on holding it. */
export function conferenceCall(state: SwitchState, { callId, lineId, others }: CommandOf<'conferenceCall'>): Outcome {
  const located = locateTogether(state, [{ callId, lineId }, ...others]);
  if (!located.ok) return located;
  const [kept, ...joining] = located.value;
  if (!kept || !located.value.every(isTalkedIn)) return refuse('staleState', 'not everybody is talked to');
  const joined = joining.flatMap(({ call, line }) => withoutLine(call, line.lineId));
  const parties = [...kept.call.connections, ...joined.map((at) => ({ ...at, direction: 'in' as const }))];
  const refused = whyNotTogether(state, parties);
  if (refused) return refused;
  if (parties.length > maxParties) {
    return refuse('tooManyParties', `one call can join ${String(maxParties)} parties at most`);
  }
  const calls = located.value.map(({ call }) => call);
  silence(state, kept.line.phoneId, ...calls.map((call) => call.callId));
  const merged = withState({ ...kept.call, connections: parties }, lineId, 'connected', state.clock.now());
  merge(state, merged, calls.slice(1), 'conferenced');
  return ok(undefined);
}
