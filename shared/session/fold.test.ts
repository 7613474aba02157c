import { expect, it } from 'vitest';
import { CommandId, ConnectionId } from '../ids';
import { fold, nothingYet } from './fold';
import type { RecordedOutcome, SessionEvent } from './format';

const id = CommandId.parse('command-1');
const command = { type: 'answer', connectionId: ConnectionId.parse('connection-1') } as const;
const sent: SessionEvent = { kind: 'command', id, command };
const outcome = (status: 'done' | 'unknown', learned: boolean): SessionEvent => {
  const recorded: RecordedOutcome = { status };
  return { kind: 'outcome', id, outcome: recorded, learned };
};
const pendingAfter = (...events: SessionEvent[]) => events.reduce(fold, nothingYet).pending.map(({ status }) => status);

it('a command waits on the screen for its answer, and for the truth where that was lost', () => {
  expect(pendingAfter(sent)).toEqual(['sent']);
  expect(pendingAfter(sent, outcome('done', false))).toEqual([]);
  expect(pendingAfter(sent, outcome('unknown', false))).toEqual(['unknown']);
  expect(pendingAfter(sent, outcome('unknown', false), outcome('done', true))).toEqual([]);
});

it('it waits no longer once the service said that it will never know: so does the console (applyPush)', () => {
  expect(pendingAfter(sent, outcome('unknown', false), outcome('unknown', true))).toEqual([]);
});
