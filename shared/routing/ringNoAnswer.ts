/**
 * Where a call goes on to when an assistant does not answer in time (RNA), or when a destination cannot be reached at all (product §5).
 * Both are told as an ordered list: the first destination that the switch accepts has the call.
 */
import type { LineId, UserId } from '../ids';
import type { RouteDecision, RouteDestination } from './route';

/** The voicemail box is the manager's. */
export type CallDestination = RouteDestination | { readonly kind: 'voicemail' };

export interface ChainInput {
  /** The manager's, in their configured order, each with its line for this manager. */
  readonly assistants: readonly { readonly userId: UserId; readonly lineId: LineId; readonly online: boolean }[];
  /** Lines at which the call has rung already. */
  readonly tried: readonly LineId[];
  readonly hasVoicemail: boolean;
}

export interface RnaParameters {
  readonly rnaForwardCalls: boolean;
  readonly redirectToManagerIfUnreachable: boolean;
}

const manager = { kind: 'manager' } as const;
const voicemail = { kind: 'voicemail' } as const;

/** Unanswered for the RNA time-out. When none of these takes the call, and where there is none, it goes on ringing where it is. */
export function afterNoAnswer(input: ChainInput, parameters: RnaParameters): CallDestination[] {
  if (!parameters.rnaForwardCalls) return [];
  return [
    ...untried(input),
    ...(input.hasVoicemail ? [voicemail] : []),
    ...(parameters.redirectToManagerIfUnreachable ? [manager] : []),
  ];
}

/**
 * Where a new call goes: first as the table decided, then, since nothing rings yet and nobody may be kept waiting, on to whoever can
 * take it, whatever the RNA parameters say. A forwarded phone (row 1) stays the manager's own choice: no assistant comes in between.
 */
export function untilTaken({ row, destination }: RouteDecision, input: ChainInput): CallDestination[] {
  const box: CallDestination[] = input.hasVoicemail ? [voicemail] : [];
  if (row === 1) return [destination, manager, ...box];
  if (destination.kind === 'manager') return [manager, ...box, ...untried(input)];
  const others = untried(input).filter(
    ({ userId }) => destination.kind !== 'assistant' || userId !== destination.userId,
  );
  return [destination, ...others, ...box, manager];
}

function untried({ assistants, tried }: ChainInput): Extract<CallDestination, { kind: 'assistant' }>[] {
  return assistants
    .filter(({ online, lineId }) => online && !tried.includes(lineId))
    .map(({ userId }) => ({ kind: 'assistant', userId }));
}
