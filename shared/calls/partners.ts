/** With which other calls a call can be joined or transferred (product §6: "with another call"). */
import { isAvailable } from './availability';
import type { CallView, ConsoleState } from './model';

type Calls = Pick<ConsoleState, 'calls' | 'lines'>;

/**
 * The other calls of the assistant that `command` could take with this one, the other half of a consultation first, then the one that has
 * lasted shortest. A consult transfer can be completed while the party who is asked still rings.
 */
export function partners(command: 'directTransfer' | 'join', call: CallView, { calls, lines }: Calls): CallView[] {
  const kindOf = (other: CallView) => lines.find(({ lineId }) => lineId === other.lineId)?.kind ?? 'own';
  const half = call.consultation?.other;
  const ringsOut = ({ state, direction }: CallView) => state === 'alerting' && direction === 'out';
  return calls
    .filter((other) => other.connectionId !== call.connectionId && other.callId !== call.callId)
    .filter(
      (other) =>
        isAvailable(command, other, kindOf(other)) ||
        (command === 'directTransfer' && other.connectionId === half && ringsOut(other)),
    )
    .toSorted((a, b) => Number(b.connectionId === half) - Number(a.connectionId === half) || b.startedAt - a.startedAt);
}
