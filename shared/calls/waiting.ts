/** Which call waits to be answered: the same rule for the page, a notification and a key that works in every program. */
import type { CallView } from './model';

export function ringsHere(call: Pick<CallView, 'state' | 'direction'>): boolean {
  return call.state === 'alerting' && call.direction === 'in';
}

/** The ringing call that has waited longest: what Answer takes unless another ringing call is selected. */
export function longestWaiting(calls: readonly CallView[]): CallView | null {
  const known = waiting.get(calls);
  if (known !== undefined) return known;
  const found = calls.filter(ringsHere).reduce<CallView | null>(earlier, null);
  waiting.set(calls, found);
  return found;
}

/** Every card on the screen asks; with hundreds of calls it is found once for each change. */
const waiting = new WeakMap<readonly CallView[], CallView | null>();

function earlier(best: CallView | null, call: CallView): CallView {
  return best !== null && best.startedAt <= call.startedAt ? best : call;
}
