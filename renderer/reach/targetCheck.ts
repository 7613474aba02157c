/** What is wrong with a number before it is sent, as far as this console can know. Whether it exists, the service says. */
import type { CallView, ConsoleState } from '../../shared/calls/model';
import { cleanNumber } from '../../shared/routing/number';

export type TargetProblem = 'ownNumber' | 'inCall';

type Facts = Pick<ConsoleState, 'me' | 'lines' | 'mode'>;

export function targetProblem(
  number: string,
  call: Pick<CallView, 'party' | 'members'>,
  facts: Facts,
): TargetProblem | null {
  if (isOwnNumber(number, facts)) return 'ownNumber';
  const inCall = [call.party, ...call.members].some((party) => party.number !== null && same(party.number, number));
  return inCall ? 'inCall' : null;
}

/** A proxy line is on the assistant's own phone; a shared number is the manager's too, and a call may well go there. */
export function isOwnNumber(number: string, { me, lines, mode }: Facts): boolean {
  return (
    same(me.dn, number) || lines.some((line) => (line.kind !== 'manager' || mode === 'proxy') && same(line.dn, number))
  );
}

function same(a: string, b: string): boolean {
  return cleanNumber(a) === cleanNumber(b);
}
