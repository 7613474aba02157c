/** Random events of a busy switch, and what must be known when they are over. */
import type { CallView, ConsoleEvent, ConsoleState } from '../../../../shared/calls/model';
import type { Random } from '../../random';
import { callOn } from './company';

export interface Storm {
  readonly next: () => ConsoleEvent;
  /** The calls there must be now. */
  readonly calls: () => readonly CallView[];
}

const mostCalls = 40;

export function storm(console: ConsoleState, random: Random): Storm {
  const calls = new Map<string, CallView>();
  let round = 0;
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random.next() * items.length)];
  const stored = (call: CallView): ConsoleEvent => {
    calls.set(call.connectionId, call);
    return { type: 'call', cause: 'delivered', call };
  };
  const manager = (): ConsoleEvent | null => {
    const found = pick(console.managers);
    const like = pick([...calls.values()]);
    if (found === undefined || like === undefined) return null;
    const currentCall = random.next() < 0.3 ? null : { state: like.state, party: like.party, since: Date.now() };
    return { type: 'manager', manager: { ...found, currentCall, doNotDisturb: random.next() < 0.1 } };
  };
  const change = (): ConsoleEvent | null => {
    const call = pick([...calls.values()]);
    if (call === undefined) return null;
    const now = Date.now();
    if (call.state === 'alerting') return stored({ ...call, state: 'connected', answeredAt: now, stateSince: now });
    return stored({ ...call, state: call.state === 'hold' ? 'connected' : 'hold', stateSince: now });
  };
  const end = (): ConsoleEvent | null => {
    const call = pick([...calls.values()]);
    if (call === undefined) return null;
    calls.delete(call.connectionId);
    return { type: 'callCleared', cause: 'connectionCleared', connectionId: call.connectionId };
  };
  const ring = (): ConsoleEvent | null => {
    const line = pick(console.lines);
    if (line === undefined || calls.size >= mostCalls) return null;
    round += 1;
    return stored(callOn(console, line, round));
  };
  return {
    calls: () => [...calls.values()],
    next: () => {
      const dice = random.next();
      // More begin than end until there are as many as there may be.
      const event = dice < 0.4 ? manager() : dice < 0.7 ? change() : dice < 0.87 ? ring() : end();
      return event ?? ring() ?? end() ?? { type: 'service', service: console.service };
    },
  };
}
