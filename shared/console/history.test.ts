import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallCause, CallState } from '../calls/model';
import type { CallView, ConsoleEvent, ConsoleState, LineView, ManagerView } from '../calls/model';
import { reduce } from '../calls/reduce';
import { CallId, ConnectionId, Dn, LineId, UserId } from '../ids';
import {
  CallHistory,
  entriesAtEnd,
  entriesOfEvent,
  entriesOfSnapshot,
  maxHistory,
  noHistory,
  withEntries,
  withSeen,
} from './history';
import type { HistoryEntry } from './history';

const anna = UserId.parse('anna');
const caller = { number: Dn.parse('0301234'), name: 'Peter Brandt' };
const nobody: ReadonlySet<ConnectionId> = new Set();

const line: LineView = {
  lineId: LineId.parse('proxy'),
  dn: Dn.parse('39001'),
  kind: 'manager',
  managerId: anna,
  label: 'Anna Kowalska',
  inUseElsewhere: false,
};
const manager: ManagerView = {
  managerId: anna,
  name: 'Anna Kowalska',
  dn: Dn.parse('3001'),
  assistants: [],
  defaultAssistant: null,
  activeAssistant: null,
  currentCall: null,
  forwardedTo: null,
  intercomDn: null,
  hasVoicemail: true,
  messageWaiting: false,
  doNotDisturb: false,
  assistantWatch: true,
  alertTone: true,
  divertAll: false,
  divertTarget: { kind: 'activeAssistant' },
  filterOn: true,
  filterMode: 'inclusive',
  inclusive: [],
  exclusive: [],
};
const call: CallView = {
  connectionId: ConnectionId.parse('c1@proxy'),
  callId: CallId.parse('c1'),
  lineId: line.lineId,
  state: 'alerting',
  direction: 'in',
  party: caller,
  managerId: anna,
  forwardedBy: null,
  startedAt: 1_000,
  answeredAt: null,
  stateSince: 1_000,
  parties: 2,
  members: [],
  consultation: null,
};
const connected: CallView = { ...call, state: 'connected', answeredAt: 2_000 };

function stateWith(calls: CallView[], change: Partial<ConsoleState> = {}): ConsoleState {
  return {
    me: { userId: UserId.parse('maya'), name: 'Maya', dn: Dn.parse('2001'), online: true, redirectTo: null },
    mode: 'proxy',
    lines: [line],
    calls,
    managers: [manager],
    service: { callControl: 'up', filtering: 'up' },
    divertAllAppliesToFiltered: false,
    ...change,
  };
}

const cleared = (cause: CallCause, of = call): ConsoleEvent => ({
  type: 'callCleared',
  cause,
  connectionId: of.connectionId,
});
const kindsOf = (entries: readonly HistoryEntry[]) => entries.map(({ kind }) => kind);
const ended = (view: CallView, cause: CallCause = 'connectionCleared', sentOn = nobody, state = stateWith([view])) =>
  kindsOf(entriesOfEvent(state, cleared(cause, view), 5_000, sentOn));

describe('calls in progress when the assistant signs out', () => {
  const named = (id: string, change: Partial<CallView>): CallView => ({
    ...call,
    connectionId: ConnectionId.parse(id),
    ...change,
  });

  it('are what they were until then, oldest first', () => {
    const calls = [
      named('ringing', { startedAt: 3_000 }),
      named('held', { state: 'hold', answeredAt: 2_500, startedAt: 2_000 }),
      named('dialled', { direction: 'out', managerId: null, startedAt: 4_000 }),
      named('talking', { state: 'connected', answeredAt: 1_500 }),
    ];
    expect(entriesAtEnd(stateWith(calls), 9_000, nobody).map(({ id, kind, endedAt }) => [id, kind, endedAt])).toEqual([
      ['talking', 'answered', 9_000],
      ['held', 'answered', 9_000],
      ['ringing', 'missed', 9_000],
      ['dialled', 'placed', 9_000],
    ]);
  });

  it('are none where nothing was dialled, it was sent on, or the manager has it', () => {
    const dialling = named('off hook', { direction: 'out', state: 'initiated', party: { number: null, name: null } });
    expect(entriesAtEnd(stateWith([dialling]), 9_000, nobody)).toEqual([]);
    expect(entriesAtEnd(stateWith([call]), 9_000, new Set([call.connectionId]))).toEqual([]);
    expect(entriesAtEnd(stateWith([]), 9_000, nobody)).toEqual([]);
  });
});

describe('a call that has ended', () => {
  it('says who, for whom and when', () => {
    expect(entriesOfEvent(stateWith([connected]), cleared('connectionCleared'), 5_000, nobody)).toEqual([
      {
        id: call.connectionId,
        kind: 'answered',
        party: caller,
        manager: 'Anna Kowalska',
        startedAt: 1_000,
        answeredAt: 2_000,
        endedAt: 5_000,
      },
    ]);
  });

  const out = { ...call, direction: 'out', managerId: null } as const;
  it.each<[string, CallView, CallCause, HistoryEntry['kind'][]]>([
    ['rang, and the caller gave up', call, 'connectionCleared', ['missed']],
    ['rang, and went on to the next assistant', call, 'diverted', ['missed']],
    ['rang, and failed', call, 'failed', ['missed']],
    ['was answered at another phone with this line', call, 'established', []],
    ['goes on under another name', call, 'transferred', []],
    ['was merged while it rang', call, 'conferenced', []],
    ['was talked in', connected, 'connectionCleared', ['answered']],
    ['was held', { ...connected, state: 'hold' }, 'connectionCleared', ['answered']],
    ['was transferred', connected, 'transferred', ['answered']],
    ['broke down while it was talked in', { ...connected, state: 'fail' }, 'failed', ['answered']],
    ['never came as far as ringing', { ...call, state: 'queued' }, 'connectionCleared', []],
    ['was placed, and not answered', { ...out, state: 'alerting' }, 'connectionCleared', ['placed']],
    ['was placed, and answered', { ...out, state: 'connected', answeredAt: 2_000 }, 'connectionCleared', ['placed']],
    ['was placed to somebody who was busy', { ...out, state: 'fail' }, 'failed', ['placed']],
    ['was never dialled', { ...out, state: 'initiated', party: { number: null, name: null } }, 'connectionCleared', []],
  ])('%s', (_what, view, cause, kinds) => expect(ended(view, cause)).toEqual(kinds));

  it('was sent on by the assistant: not missed', () => {
    expect(ended(call, 'diverted', new Set([call.connectionId]))).toEqual([]);
  });

  it('was taken back by the manager: not missed; a call of somebody else at the manager says nothing', () => {
    const withManager = (party: typeof caller) =>
      stateWith([call], { managers: [{ ...manager, currentCall: { state: 'alerting', party, since: 1 } }] });
    expect(ended(call, 'diverted', nobody, withManager(caller))).toEqual([]);
    const other = { number: Dn.parse('999'), name: null };
    expect(ended(call, 'diverted', nobody, withManager({ ...caller, ...other, name: 'X' }))).toEqual(['missed']);
  });

  it('on the own line has no manager; on a line whose manager is not known, the line says whose it is', () => {
    const entry = (view: CallView, change: Partial<ConsoleState>) =>
      entriesOfEvent(stateWith([view], change), cleared('connectionCleared'), 1, nobody)[0]?.manager;
    expect(entry({ ...call, managerId: null }, {})).toBeNull();
    expect(entry(call, { managers: [], lines: [{ ...line, label: 'Line of Anna' }] })).toBe('Line of Anna');
    expect(entry(call, { managers: [], lines: [] })).toBeNull();
  });
});

describe('calls that ended while the link was down', () => {
  const after = (change: Partial<ConsoleState> = {}) => stateWith([], change);
  const gone = (view: CallView, change: Partial<ConsoleState> = {}) =>
    kindsOf(entriesOfSnapshot(stateWith([view]), after(change), 9_000, nobody));

  it('are noted with what is known', () => {
    expect(gone(call)).toEqual(['missed']);
    expect(gone(connected)).toEqual(['answered']);
    expect(entriesOfSnapshot(stateWith([connected]), after(), 9_000, nobody)[0]?.endedAt).toBe(9_000);
  });

  it('are not missed where somebody else has them now', () => {
    expect(gone(call, { lines: [{ ...line, inUseElsewhere: true }] })).toEqual([]);
    const currentCall = { state: 'connected', party: caller, since: 1 } as const;
    expect(gone(call, { managers: [{ ...manager, currentCall }] })).toEqual([]);
  });

  it('a call that is still there has not ended; a changed configuration takes calls away like a snapshot', () => {
    expect(entriesOfSnapshot(stateWith([call]), stateWith([connected]), 9_000, nobody)).toEqual([]);
    const replaced: ConsoleEvent = { type: 'replaced', state: after() };
    expect(kindsOf(entriesOfEvent(stateWith([call]), replaced, 9_000, nobody))).toEqual(['missed']);
  });
});

const anyCall = fc
  .record({
    n: fc.integer({ min: 0, max: 4 }),
    state: fc.constantFrom(...CallState.options),
    direction: fc.constantFrom<CallView['direction']>('in', 'out'),
    answeredAt: fc.option(fc.integer({ min: 0, max: 1_000 })),
    startedAt: fc.integer({ min: 0, max: 50 }),
  })
  .map(({ n, ...view }): CallView => ({ ...call, ...view, connectionId: ConnectionId.parse(`c${n}@proxy`) }));
const anyEvent: fc.Arbitrary<ConsoleEvent> = fc.oneof(
  fc.record({ type: fc.constant('call' as const), cause: fc.constantFrom(...CallCause.options), call: anyCall }),
  anyCall.chain((view) => fc.constantFrom(...CallCause.options).map((cause) => cleared(cause, view))),
  fc
    .uniqueArray(anyCall, { maxLength: 4, selector: ({ connectionId }) => connectionId })
    .map((calls) => ({ type: 'replaced' as const, state: stateWith(calls) })),
);

describe('any sequence of events', () => {
  it('notes a call at most once each time it leaves, only calls that left, and always fits the contract', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state = stateWith([]);
        let history = noHistory;
        events.forEach((event, at) => {
          const next = reduce(state, event);
          const entries = entriesOfEvent(state, event, at, nobody);
          for (const { id } of entries) {
            expect(state.calls.some(({ connectionId }) => connectionId === id)).toBe(true);
            expect(next.calls.some(({ connectionId }) => connectionId === id)).toBe(false);
          }
          expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
          history = withEntries(history, entries);
          state = next;
        });
        expect(CallHistory.parse(history)).toEqual(history);
        const ends = history.entries.map(({ endedAt }) => endedAt);
        expect(ends).toEqual(ends.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('the history', () => {
  const entry = (n: number): HistoryEntry => ({
    id: ConnectionId.parse(`c${n}@proxy`),
    kind: 'missed',
    party: caller,
    manager: null,
    startedAt: n,
    answeredAt: null,
    endedAt: n + 1,
  });

  it('has the newest first and forgets the oldest', () => {
    const all = Array.from({ length: maxHistory + 5 }, (_, n) => entry(n));
    const { entries } = withEntries(withEntries(noHistory, all.slice(0, 3)), all.slice(3));
    expect(entries).toHaveLength(maxHistory);
    expect(entries[0]).toEqual(entry(maxHistory + 4));
    expect(entries.at(-1)).toEqual(entry(5));
  });

  it('has a call once that is told twice, and two calls of one id', () => {
    const again = { ...entry(1), endedAt: 99 };
    expect(withEntries(withEntries(noHistory, [entry(1), entry(2)]), [again]).entries).toEqual([again, entry(2)]);
    expect(withEntries(noHistory, [entry(1), { ...entry(1), startedAt: 7 }]).entries).toHaveLength(2);
    expect(withEntries(noHistory, [])).toBe(noHistory);
  });

  it('was looked at up to now, even where clocks disagree, and never less', () => {
    const history = withEntries(noHistory, [entry(50)]);
    expect(withSeen(history, 10).seenUntil).toBe(51);
    expect(withSeen(history, 100).seenUntil).toBe(100);
    expect(withSeen(withSeen(history, 100), 10).seenUntil).toBe(100);
  });
});
