/** Call-completion statistics of managers or assistants, summed up from call records. Pure. */
import type { StoredCall } from '../store/callRecords';
import { callOutcomes, type CallOutcome } from './outcome';

export type StatisticsBy = 'manager' | 'assistant';

export interface Statistics {
  readonly userId: string;
  /** Calls to the manager's number; for an assistant, those it answered or that rang there last. */
  readonly offered: number;
  /** By the manager or an assistant. */
  readonly answered: number;
  readonly answeredByAssistant: number;
  readonly answeredByManager: number;
  /** Calls each assistant answered; most first. For an assistant: for which managers. */
  readonly answeredFor: readonly { readonly userId: string; readonly calls: number }[];
  readonly abandoned: number;
  readonly diverted: number;
  readonly voicemail: number;
  readonly notAnswered: number;
  /** From a call's arrival to its answer, of those that manager or assistant answered; null where there are none. Milliseconds. */
  readonly averageAnswerMs: number | null;
  /** Nine of ten calls were answered within this time. */
  readonly p90AnswerMs: number | null;
  readonly averageTalkMs: number | null;
}

interface Sum {
  readonly counts: Record<CallOutcome, number>;
  readonly others: Map<string, number>;
  readonly answerMs: number[];
  talkMs: number;
}

/** Sorted by user id. */
export async function sumUp(calls: AsyncIterable<StoredCall>, by: StatisticsBy): Promise<Statistics[]> {
  const sums = new Map<string, Sum>();
  for await (const call of calls) {
    const userId = by === 'manager' ? call.manager_id : call.assistant_id;
    const outcome = callOutcomes.find((known) => known === call.outcome);
    if (userId === null || !outcome) continue;
    const sum = sums.get(userId) ?? newSum();
    sums.set(userId, sum);
    add(sum, call, outcome, by === 'manager' ? call.assistant_id : call.manager_id);
  }
  return [...sums].map(([userId, sum]) => statisticsOf(userId, sum)).toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
}

function newSum(): Sum {
  const counts = {
    answeredByAssistant: 0,
    answeredByManager: 0,
    voicemail: 0,
    diverted: 0,
    abandoned: 0,
    notAnswered: 0,
  };
  return { counts, others: new Map(), answerMs: [], talkMs: 0 };
}

function add(sum: Sum, call: StoredCall, outcome: CallOutcome, other: string | null): void {
  sum.counts[outcome] += 1;
  if (outcome === 'answeredByAssistant' && other !== null) sum.others.set(other, (sum.others.get(other) ?? 0) + 1);
  if (outcome !== 'answeredByAssistant' && outcome !== 'answeredByManager') return;
  sum.answerMs.push(call.rang_ms);
  sum.talkMs += call.talked_ms;
}

function statisticsOf(userId: string, { counts, others, answerMs, talkMs }: Sum): Statistics {
  const answered = answerMs.length;
  const total = answerMs.reduce((sum, ms) => sum + ms, 0);
  return {
    userId,
    offered: Object.values(counts).reduce((sum, count) => sum + count, 0),
    answered,
    ...counts,
    answeredFor: [...others]
      .map(([id, calls]) => ({ userId: id, calls }))
      .toSorted((a, b) => b.calls - a.calls || (a.userId < b.userId ? -1 : 1)),
    averageAnswerMs: answered === 0 ? null : Math.round(total / answered),
    p90AnswerMs: percentile(answerMs, 0.9),
    averageTalkMs: answered === 0 ? null : Math.round(talkMs / answered),
  };
}

/** Nearest rank: the smallest value that so large a part of all is not above. Null of nothing. */
export function percentile(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
}
