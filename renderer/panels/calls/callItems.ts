/** The rows of My Calls: under each kind of line its calls, then the lines that are idle. Pure. */
import type { CallView, ConsoleState, LineKind, LineView } from '../../../shared/calls/model';
import { lineGroups, type LineGroup } from '../../store/selectors';

export type CallItem =
  | { readonly kind: 'call'; readonly id: string; readonly line: LineView; readonly call: CallView }
  | { readonly kind: 'line'; readonly id: string; readonly line: LineView }
  /** "12 idle lines": stands for them, and opens them. */
  | {
      readonly kind: 'fold';
      readonly id: string;
      readonly of: LineKind;
      readonly count: number;
      readonly isOpen: boolean;
    };

export interface CallSection {
  readonly id: LineKind;
  readonly items: readonly CallItem[];
}

/** So many idle lines of one kind are shown without being asked for. */
export const manyIdle = 6;

/** Lines in use elsewhere always stay in sight: that is something to know. */
export function callSections(
  console: Pick<ConsoleState, 'lines' | 'calls'>,
  unfolded: ReadonlySet<LineKind>,
): CallSection[] {
  return lineGroups(console).map((group) => ({ id: group.kind, items: itemsOf(group, unfolded.has(group.kind)) }));
}

function itemsOf({ kind, busy, idle }: LineGroup, isOpen: boolean): CallItem[] {
  const calls = busy.map(({ line, call }) => callItem(line, call));
  const free = idle.filter((line) => !line.inUseElsewhere);
  if (free.length <= manyIdle) return [...calls, ...idle.map(lineItem)];
  const used = idle.filter((line) => line.inUseElsewhere);
  const fold: CallItem = { kind: 'fold', id: `fold:${kind}`, of: kind, count: free.length, isOpen };
  return [...calls, ...used.map(lineItem), fold, ...(isOpen ? free.map(lineItem) : [])];
}

/** The same object as long as the facts are the same: the list builds only those rows anew that have changed. */
const callItems = new WeakMap<CallView, CallItem & { kind: 'call' }>();
const lineItems = new WeakMap<LineView, CallItem>();

function callItem(line: LineView, call: CallView): CallItem {
  const known = callItems.get(call);
  if (known?.line === line) return known;
  const item = { kind: 'call', id: callKey(call.connectionId), line, call } as const;
  callItems.set(call, item);
  return item;
}

function lineItem(line: LineView): CallItem {
  const known = lineItems.get(line);
  if (known !== undefined) return known;
  const item = { kind: 'line', id: `line:${line.lineId}`, line } as const;
  lineItems.set(line, item);
  return item;
}

const callPrefix = 'call:';

export function callKey(connectionId: CallView['connectionId']): string {
  return callPrefix + connectionId;
}
