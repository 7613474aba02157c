/** The calls of a recording as bars over time, found from its marks: nothing has to be replayed for it. Pure. */
import { assertNever } from '../../../shared/assertNever';
import type { CallView, ConsoleState } from '../../../shared/calls/model';
import type { MarkType } from '../../../shared/session/marks';
import type { MarkAt } from '../../../shared/session/recording';

export type CallTone = 'ring' | 'dial' | 'live' | 'hold' | 'bad';

/** One state of one call. */
export interface CallBar {
  readonly call: string;
  readonly from: number;
  readonly to: number;
  readonly tone: CallTone;
  readonly who: string | null;
  readonly manager: string | null;
  /** Which of the rows of the lane, from 0: calls of the same time stand under each other. */
  readonly row: number;
}

/** Calls that were there at one moment: of the first, of a new snapshot. */
export interface Known {
  readonly time: number;
  readonly console: Pick<ConsoleState, 'calls' | 'managers'> | null;
}

interface Open {
  from: number;
  tone: CallTone;
  who: string | null;
  manager: string | null;
  row: number;
}

export interface CallLane {
  readonly bars: readonly CallBar[];
  readonly rows: number;
}

/** More calls than this at one time share the last row. */
const maxRows = 4;

type Step = { readonly time: number } & ({ readonly mark: MarkAt } | { readonly known: Known });

export function callLane(
  marks: readonly MarkAt[],
  known: readonly Known[],
  timeOf: (index: number) => number,
  end: number,
): CallLane {
  const open = new Map<string, Open>();
  const bars: CallBar[] = [];
  const close = (call: string, to: number): void => {
    const one = open.get(call);
    if (one === undefined) return;
    open.delete(call);
    bars.push({ call, from: one.from, to, tone: one.tone, who: one.who, manager: one.manager, row: one.row });
  };
  const freeRow = (): number => {
    const taken = new Set([...open.values()].map(({ row }) => row));
    const free = Array.from({ length: maxRows }, (_one, row) => row).find((row) => !taken.has(row));
    return free ?? maxRows - 1;
  };
  const turn = (call: string, time: number, tone: CallTone, who: string | null, manager: string | null): void => {
    const before = open.get(call);
    if (before?.tone === tone) return;
    close(call, time);
    open.set(call, {
      from: time,
      tone,
      who: who ?? before?.who ?? null,
      manager: manager ?? before?.manager ?? null,
      row: before?.row ?? freeRow(),
    });
  };

  for (const step of inOrder(marks, known, timeOf)) {
    if ('known' in step) {
      const { calls, managers } = step.known.console ?? { calls: [], managers: [] };
      const there = new Set<string>(calls.map(({ connectionId }) => connectionId));
      for (const call of [...open.keys()]) if (!there.has(call)) close(call, step.time);
      for (const call of calls)
        turn(
          call.connectionId,
          step.time,
          toneOf(call),
          call.party.name ?? call.party.number,
          managerName(call, managers),
        );
      continue;
    }
    const { mark, time } = step;
    if (mark.connectionId === undefined) continue;
    const tone = toneAfter(mark.type);
    if (tone === 'over') close(mark.connectionId, time);
    else if (tone !== null) turn(mark.connectionId, time, tone, mark.who ?? null, mark.manager ?? null);
  }
  for (const call of [...open.keys()]) close(call, end);
  bars.sort((a, b) => a.from - b.from);
  return { bars, rows: Math.max(1, ...bars.map(({ row }) => row + 1)) };
}

/** What is known of a moment comes after its marks. */
function inOrder(marks: readonly MarkAt[], known: readonly Known[], timeOf: (index: number) => number): Step[] {
  const steps: Step[] = [
    ...marks.map((mark) => ({ time: timeOf(mark.at), mark })),
    ...known.map((one) => ({ time: one.time, known: one })),
  ];
  return steps.toSorted((a, b) => a.time - b.time);
}

function toneAfter(type: MarkType): CallTone | 'over' | null {
  switch (type) {
    case 'ring':
      return 'ring';
    case 'dial':
      return 'dial';
    case 'answer':
    case 'retrieve':
    case 'conference':
      return 'live';
    case 'hold':
      return 'hold';
    case 'failed':
      return 'bad';
    case 'end':
    case 'transfer':
      return 'over';
    case 'live':
    case 'lost':
    case 'failover':
    case 'refused':
    case 'unknown':
    case 'error':
      return null;
    default:
      return assertNever(type);
  }
}

function toneOf(call: CallView): CallTone {
  switch (call.state) {
    case 'alerting':
      return call.direction === 'in' ? 'ring' : 'dial';
    case 'initiated':
    case 'queued':
      return 'dial';
    case 'connected':
      return 'live';
    case 'hold':
      return 'hold';
    case 'fail':
      return 'bad';
    default:
      return assertNever(call.state);
  }
}

function managerName(call: CallView, managers: ConsoleState['managers']): string | null {
  return managers.find(({ managerId }) => managerId === call.managerId)?.name ?? null;
}
