/** The largest console there can be (product §4): 33 managers with five lines each. */
import type { CallView, ConsoleState, LineView, ManagerView } from '../../../../shared/calls/model';
import { busy } from '../../../../renderer/testing/scenes';

export const managerCount = 33;
const linesEach = 5;

export function fullConsole(): ConsoleState {
  const like = busy(Date.now());
  const managers = Array.from({ length: managerCount }, (_, at) => managerLike(like, at));
  const lines = managers.flatMap((manager, at) =>
    Array.from({ length: linesEach }, (_line, place) => lineLike(like, manager, at, place)),
  );
  return { ...like, managers, lines: [...lines, ...like.lines.filter(({ kind }) => kind === 'own')], calls: [] };
}

/** A call on some line; `round` makes it one of its own. */
export function callOn(console: ConsoleState, line: LineView, round: number, more: Partial<CallView> = {}): CallView {
  const [like] = busy(Date.now()).calls;
  if (like === undefined) throw new Error('the scene has a call');
  const id = `${round}@${line.lineId}` as typeof like.connectionId;
  const now = Date.now();
  return {
    ...like,
    connectionId: id,
    callId: String(round) as typeof like.callId,
    lineId: line.lineId,
    managerId: line.managerId,
    startedAt: now,
    stateSince: now,
    answeredAt: null,
    state: 'alerting',
    consultation: null,
    ...more,
  };
}

function managerLike(like: ConsoleState, at: number): ManagerView {
  const [manager] = like.managers;
  if (manager === undefined) throw new Error('the scene has a manager');
  return {
    ...manager,
    managerId: `m${at}` as typeof manager.managerId,
    name: `Manager Number ${at + 1}`,
    dn: String(60_001 + at) as typeof manager.dn,
    currentCall: null,
  };
}

function lineLike(like: ConsoleState, manager: ManagerView, at: number, place: number): LineView {
  const [line] = like.lines;
  if (line === undefined) throw new Error('the scene has a line');
  const dn = String(39_000 + at * linesEach + place);
  return {
    ...line,
    lineId: `line-${dn}` as typeof line.lineId,
    dn: dn as typeof line.dn,
    kind: 'manager',
    managerId: manager.managerId,
    label: manager.name,
    inUseElsewhere: false,
  };
}
