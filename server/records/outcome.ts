/** How a call to a manager ended, for the statistics: from what happened to it and who has which line. Pure. */
import type { CallId, Dn, LineId, UserId } from '../../shared/ids';
import type { Company, Manager } from '../store/company';
import { voicemailLineId } from '../switch/port';
import type { Answer, EndedCall, Moment } from './callTrack';

/**
 * Who was first to answer decides; what became of the call after that does not. Of calls nobody answered:
 * `abandoned`: the caller hung up while it waited or rang at the manager or an assistant;
 * `diverted`: also where somebody else answered, or let it ring, because it was forwarded, diverted or passed on to a number outside;
 * `notAnswered`: it could not be delivered (busy, no such number), or the link to the switch was lost before its end was seen.
 */
export const callOutcomes = [
  'answeredByAssistant',
  'answeredByManager',
  'voicemail',
  'diverted',
  'abandoned',
  'notAnswered',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export interface CallRecord {
  readonly callId: CallId;
  readonly managerId: UserId;
  /** Who answered, else at whom it rang last; null where no assistant of the manager was in it. */
  readonly assistantId: UserId | null;
  /** When it came to the manager's number, milliseconds since the epoch. */
  readonly arrivedAt: number;
  readonly endedAt: number;
  readonly outcome: CallOutcome;
  /** From its arrival until it was first answered, or ended. */
  readonly rangMs: number;
  /** For how long the one who answered first was in it, holding included; 0 where that was a voicemail box. */
  readonly talkedMs: number;
}

/** Null where the call was for no manager of this company, or rings on within another call. */
export function recordOf(company: Company, call: EndedCall): CallRecord | null {
  const arrival = arrivalOf(company, call);
  if (!arrival) return null;
  const { manager, moment } = arrival;
  const arrivedAt = moment.at;
  const who = (lineId: LineId) => whoIsAt(company, manager, lineId);
  const answer = call.answers[moment.answersBefore];
  // It rings on as part of another call (it was transferred while it rang): that one is recorded when it ends.
  if (call.merged && !answer) return null;
  const outcome = answer ? outcomeOf(who(answer.lineId)) : unanswered(call, who);
  const rang = call.rang.slice(moment.rungBefore).map(({ lineId }) => lineId);
  const assistant = (answer ? [answer.lineId] : []).concat(rang.toReversed()).map(who).find(isAssistant);
  return {
    callId: call.callId,
    managerId: manager.userId,
    assistantId: assistant?.userId ?? null,
    arrivedAt,
    endedAt: Math.max(arrivedAt, call.endedAt),
    outcome,
    rangMs: Math.max(0, (answer?.at ?? call.endedAt) - arrivedAt),
    talkedMs: answer && outcome !== 'voicemail' ? lengthOf(answer, call.endedAt) : 0,
  };
}

/** Proxy line mode: through the manager's route point. Shared line mode: it rang at an appearance of the shared line. */
function arrivalOf(company: Company, call: EndedCall): { manager: Manager; moment: Moment } | null {
  const { routePoints, sharedLines } = managersBy(company);
  if (call.routedFor) {
    const manager = routePoints.get(call.routedFor.dn);
    return manager ? { manager, moment: call.routedFor } : null;
  }
  for (const moment of call.rang) {
    const manager = sharedLines.get(moment.lineId);
    if (manager) return { manager, moment };
  }
  return null;
}

interface ManagersBy {
  readonly routePoints: ReadonlyMap<Dn, Manager>;
  readonly sharedLines: ReadonlyMap<LineId, Manager>;
}

/** Most calls are for no manager: finding that out must not take a look at each of 3,500. */
const indexes = new WeakMap<Company, ManagersBy>();

function managersBy(company: Company): ManagersBy {
  const known = indexes.get(company);
  if (known) return known;
  const routePoints = new Map<Dn, Manager>();
  const sharedLines = new Map<LineId, Manager>();
  for (const manager of company.managers.values()) {
    if (manager.mode === 'proxy') routePoints.set(manager.dn, manager);
    else for (const lineId of appearances(manager)) sharedLines.set(lineId, manager);
  }
  const made = { routePoints, sharedLines };
  indexes.set(company, made);
  return made;
}

function appearances(manager: Manager): LineId[] {
  return [manager.lineId, ...manager.assistants.map(({ lineId }) => lineId)];
}

type Who =
  { readonly kind: 'manager' | 'voicemail' | 'other' } | { readonly kind: 'assistant'; readonly userId: UserId };

function whoIsAt(company: Company, manager: Manager, lineId: LineId): Who {
  if (lineId === voicemailLineId) return { kind: 'voicemail' };
  if (lineId === manager.lineId) return { kind: 'manager' };
  const serving = manager.assistants.find((assistant) => {
    // Passed on to the assistant's own line it is still the assistant who has it.
    const lines = company.assistants.get(assistant.userId)?.lines ?? [];
    return assistant.lineId === lineId || lines.some((line) => line.lineId === lineId);
  });
  return serving ? { kind: 'assistant', userId: serving.userId } : { kind: 'other' };
}

function isAssistant(who: Who): who is Extract<Who, { kind: 'assistant' }> {
  return who.kind === 'assistant';
}

function outcomeOf({ kind }: Who): CallOutcome {
  if (kind === 'assistant') return 'answeredByAssistant';
  if (kind === 'manager') return 'answeredByManager';
  return kind === 'voicemail' ? 'voicemail' : 'diverted';
}

function unanswered(call: EndedCall, who: (lineId: LineId) => Who): CallOutcome {
  if (call.failed || call.unseen) return 'notAnswered';
  const away = call.ringing.length > 0 && call.ringing.every((lineId) => who(lineId).kind === 'other');
  return away ? 'diverted' : 'abandoned';
}

function lengthOf({ at, until }: Answer, endedAt: number): number {
  return Math.max(0, (until ?? endedAt) - at);
}
