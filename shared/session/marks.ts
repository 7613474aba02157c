/** The moments a timeline shows, found as an event is recorded. Pure; whatever is masked in the states is masked in the marks. */
import { assertNever } from '../assertNever';
import type { CallView, ConsoleEvent, ConsoleState } from '../calls/model';
import { reduce } from '../calls/reduce';
import type { Mark, ReplayState, SessionEvent } from './format';

export const markTypes = [
  'ring',
  'answer',
  'dial',
  'hold',
  'retrieve',
  'transfer',
  'conference',
  'end',
  'failed',
  'live',
  'lost',
  'failover',
  'refused',
  'unknown',
  'error',
] as const;
export type MarkType = (typeof markTypes)[number];

/** A line has no more. */
const maxMarks = 100;

/** `before` and `after`: what `fold` was given and what it made of it. */
export function marksOf(before: ReplayState, event: SessionEvent, after: ReplayState): Mark[] {
  switch (event.kind) {
    case 'console':
      return after.console === null ? [] : betweenStates(before.console, after.console).slice(0, maxMarks);
    case 'events':
      return before.console === null ? [] : alongEvents(before.console, event.events).slice(0, maxMarks);
    case 'linkEntry': {
      const { entry } = event;
      if (entry.kind === 'live') return [{ type: entry.failover ? 'failover' : 'live', server: entry.server }];
      return entry.kind === 'lost' && entry.wasLive ? [{ type: 'lost', server: entry.server }] : [];
    }
    case 'link':
      return event.link.phase === 'signedOut' && event.link.failure !== null ? [{ type: 'error' }] : [];
    case 'outcome':
      return event.outcome.status === 'done' ? [] : [aboutCommand(event.outcome.status, before, event.id)];
    case 'problem':
      return [{ type: 'error' }];
    case 'transition':
    case 'command':
    case 'intent':
    case 'view':
    case 'search':
    case 'checkpoint':
    case 'gap':
    case 'end':
      return [];
    default:
      return assertNever(event);
  }
}

function alongEvents(start: ConsoleState, events: readonly { readonly event: ConsoleEvent }[]): Mark[] {
  const marks: Mark[] = [];
  let state = start;
  for (const { event } of events) {
    const next = reduce(state, event);
    marks.push(...ofEvent(state, event, next));
    state = next;
  }
  return marks;
}

function ofEvent(before: ConsoleState, event: ConsoleEvent, after: ConsoleState): Mark[] {
  switch (event.type) {
    case 'call':
      return ofCall(callOf(before, event.call.connectionId), event.call, after);
    case 'callCleared': {
      const call = callOf(before, event.connectionId);
      if (call === undefined) return [];
      const type = event.cause === 'transferred' || event.cause === 'failed' ? clearedAs[event.cause] : 'end';
      return [about(type, call, before)];
    }
    case 'replaced':
      return betweenStates(before, after);
    case 'manager':
    case 'line':
    case 'service':
    case 'me':
      return [];
    default:
      return assertNever(event);
  }
}

const clearedAs = { transferred: 'transfer', failed: 'failed' } as const;

/** What has happened while nobody told it one by one. */
function betweenStates(before: ConsoleState | null, after: ConsoleState): Mark[] {
  const marks = after.calls.flatMap((call) =>
    ofCall(before === null ? undefined : callOf(before, call.connectionId), call, after),
  );
  for (const call of before?.calls ?? [])
    if (before !== null && callOf(after, call.connectionId) === undefined) marks.push(about('end', call, before));
  return marks;
}

function ofCall(before: CallView | undefined, call: CallView, state: ConsoleState): Mark[] {
  const types: MarkType[] = [];
  if (before === undefined && call.direction === 'out') types.push('dial');
  if (call.direction === 'in' && call.state === 'alerting' && before?.state !== 'alerting') types.push('ring');
  if (call.answeredAt !== null && before !== undefined && before.answeredAt === null) types.push('answer');
  if (call.state === 'hold' && before !== undefined && before.state !== 'hold') types.push('hold');
  if (call.state === 'connected' && before?.state === 'hold') types.push('retrieve');
  if (call.parties > 2 && before !== undefined && before.parties <= 2) types.push('conference');
  if (call.state === 'fail' && before?.state !== 'fail') types.push('failed');
  return types.map((type) => about(type, call, state));
}

function aboutCommand(type: 'refused' | 'unknown', before: ReplayState, id: string): Mark {
  const command = before.pending.find((pending) => pending.id === id)?.command;
  if (command === undefined || !('connectionId' in command)) return { type };
  const call = before.console === null ? undefined : callOf(before.console, command.connectionId);
  if (call === undefined || before.console === null) return { type, connectionId: command.connectionId };
  return about(type, call, before.console);
}

function about(type: MarkType, call: CallView, { managers }: ConsoleState): Mark {
  const who = call.party.name ?? call.party.number;
  const manager = managers.find(({ managerId }) => managerId === call.managerId)?.name;
  return {
    type,
    connectionId: call.connectionId,
    ...(who !== null && { who: who.slice(0, maxName) }),
    ...(manager !== undefined && { manager: manager.slice(0, maxName) }),
  };
}

const maxName = 100;

function callOf(state: ConsoleState, id: string): CallView | undefined {
  return state.calls.find(({ connectionId }) => connectionId === id);
}
