/** What the panels show, derived from the state. Pure; memoised where components hold them. */
import type { CallView, ConsoleState, LineKind, LineView, ManagerView } from '../../shared/calls/model';
import type { ConnectionId, UserId } from '../../shared/ids';
import type { AppState } from './state';

/** Calls on the screen are as they are now: the service is there, and so is the phone system behind it. Else they are what was known last. */
export function isCurrent({ link, console }: Pick<AppState, 'link' | 'console'>): boolean {
  return link.phase === 'live' && console?.service.callControl === 'up';
}

export interface LineGroup {
  readonly kind: LineKind;
  /** Lines in the order of the service; each with its calls, oldest first. */
  readonly busy: readonly { readonly line: LineView; readonly call: CallView }[];
  readonly idle: readonly LineView[];
}

const order: readonly LineKind[] = ['manager', 'own', 'intercom'];

/** Calls above idle lines within a group, ringing first: what needs a hand is on top. */
export function lineGroups(console: Pick<ConsoleState, 'lines' | 'calls'>): LineGroup[] {
  return order.flatMap((kind) => {
    const lines = console.lines.filter((line) => line.kind === kind);
    if (lines.length === 0) return [];
    const busy = lines
      .flatMap((line) => console.calls.filter((call) => call.lineId === line.lineId).map((call) => ({ line, call })))
      .toSorted((a, b) => urgency(a.call) - urgency(b.call) || a.call.startedAt - b.call.startedAt);
    const idle = lines.filter((line) => !console.calls.some((call) => call.lineId === line.lineId));
    return [{ kind, busy, idle }];
  });
}

function urgency(call: CallView): number {
  if (call.state === 'alerting' && call.direction === 'in') return 0;
  return call.state === 'hold' ? 2 : 1;
}

/** The call next to the selected one in the order of the screen; the first or last where none is selected. */
export function neighbour(console: ConsoleState, selected: ConnectionId | null, step: 1 | -1): ConnectionId | null {
  const calls = lineGroups(console).flatMap((group) => group.busy.map(({ call }) => call.connectionId));
  const at = selected === null ? -1 : calls.indexOf(selected);
  if (at < 0) return (step === 1 ? calls[0] : calls.at(-1)) ?? null;
  return calls[at + step] ?? calls[at] ?? null;
}

export function managerOf(console: ConsoleState, managerId: UserId | null): ManagerView | null {
  return console.managers.find((manager) => manager.managerId === managerId) ?? null;
}

/** The line a new call leaves from: the assistant's first own line that is free, else the first one. */
export function outgoingLine(console: ConsoleState): LineView | null {
  const own = console.lines.filter((line) => line.kind === 'own');
  return own.find((line) => !console.calls.some((call) => call.lineId === line.lineId)) ?? own[0] ?? null;
}

/** The calls of this console for one manager that ring here. */
export function ringingHereFor(console: Pick<ConsoleState, 'calls'>, managerId: UserId): CallView | null {
  return (
    console.calls.find(
      (call) => call.managerId === managerId && call.state === 'alerting' && call.direction === 'in',
    ) ?? null
  );
}
