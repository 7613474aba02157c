/** The one reducer of live screen and replay: total, pure, and idempotent (events carry whole new views, not differences). */
import { assertNever } from '../assertNever';
import type { ConsoleEvent, ConsoleState } from './model';

export function reduce(state: ConsoleState, event: ConsoleEvent): ConsoleState {
  switch (event.type) {
    case 'call':
      return { ...state, calls: upsert(state.calls, event.call, (call) => call.connectionId) };
    case 'callCleared':
      return { ...state, calls: state.calls.filter((call) => call.connectionId !== event.connectionId) };
    case 'manager':
      return { ...state, managers: upsert(state.managers, event.manager, (manager) => manager.managerId) };
    case 'line':
      return { ...state, lines: upsert(state.lines, event.line, (line) => line.lineId) };
    case 'service':
      return { ...state, service: event.service };
    case 'me':
      return { ...state, me: event.me };
    case 'replaced':
      return event.state;
    default:
      return assertNever(event);
  }
}

/** Replaces the item with the same key where it stands, else appends it: rows on the screen never jump. */
function upsert<T>(items: readonly T[], item: T, keyOf: (item: T) => string): T[] {
  const key = keyOf(item);
  const at = items.findIndex((other) => keyOf(other) === key);
  return at < 0 ? [...items, item] : items.with(at, item);
}
