import { describe, expect, it } from 'vitest';
import type { CallView, ConsoleEvent, ConsoleState } from '../calls/model';
import { CommandId, UserId } from '../ids';
import { fold, nothingYet } from './fold';
import type { Mark, ReplayState, SessionEvent } from './format';
import { marksOf } from './marks';
import { callOf, console_ } from './openTesting';

const ringing = callOf(1, 'alerting');
const answered: CallView = { ...callOf(1, 'connected'), answeredAt: 5 };
const held: CallView = { ...answered, state: 'hold' };
const dialled: CallView = { ...callOf(1, 'initiated'), direction: 'out' };

const withCalls = (...calls: CallView[]): ReplayState => ({ ...nothingYet, console: { ...console_, calls } });
const told = (...events: ConsoleEvent[]): SessionEvent => ({
  kind: 'events',
  events: events.map((event, at) => ({ epoch: 1, seq: at + 1, at: 0, event })),
  clockOffsetMs: 0,
});
const call = (view: CallView): ConsoleEvent => ({ type: 'call', cause: 'delivered', call: view });
const cleared = (cause: Extract<ConsoleEvent, { type: 'callCleared' }>['cause']) =>
  ({ type: 'callCleared', cause, connectionId: ringing.connectionId }) as const;

function marks(before: ReplayState, event: SessionEvent): Mark[] {
  return marksOf(before, event, fold(before, event));
}
const types = (before: ReplayState, event: SessionEvent) => marks(before, event).map(({ type }) => type);

describe('marks of calls', () => {
  it.each<[string, readonly CallView[], ConsoleEvent, readonly string[]]>([
    ['a call rings', [], call(ringing), ['ring']],
    ['it goes on ringing', [ringing], call({ ...ringing, stateSince: 9 }), []],
    ['it is answered', [ringing], call(answered), ['answer']],
    ['it is held', [answered], call(held), ['hold']],
    ['it is taken up', [held], call(answered), ['retrieve']],
    ['a number is dialled', [], call(dialled), ['dial']],
    ['the number is busy', [dialled], call({ ...dialled, state: 'fail' }), ['failed']],
    ['a third joins', [answered], call({ ...answered, parties: 3 }), ['conference']],
    ['it ends', [answered], cleared('connectionCleared'), ['end']],
    ['it is transferred', [answered], cleared('transferred'), ['transfer']],
    ['it fails', [dialled], cleared('failed'), ['failed']],
    ['one that nobody knows ends', [], cleared('connectionCleared'), []],
    [
      'all is told anew',
      [answered, callOf(2, 'alerting')],
      { type: 'replaced', state: { ...console_, calls: [held] } },
      ['hold', 'end'],
    ],
    ['a line changes', [answered], { type: 'service', service: console_.service }, []],
  ])('%s', (_what, before, event, expected) => {
    expect(types(withCalls(...before), told(event))).toEqual(expected);
  });

  it('of one event are found one after the other', () => {
    expect(types(withCalls(), told(call(ringing), call(answered), call(held), cleared('transferred')))).toEqual([
      'ring',
      'answer',
      'hold',
      'transfer',
    ]);
  });

  it('say who it was and for whom', () => {
    const managerId = UserId.parse('person-7');
    const manager = { managerId, name: 'Manager-1' } as ConsoleState['managers'][number];
    const before: ReplayState = { ...nothingYet, console: { ...console_, managers: [manager] } };
    expect(marks(before, told(call({ ...ringing, managerId })))).toEqual([
      { type: 'ring', connectionId: 'connection-1', who: 'Caller-1', manager: 'Manager-1' },
    ]);
    const unnamed = { ...ringing, party: { ...ringing.party, name: null } };
    expect(marks(before, told(call(unnamed)))).toEqual([{ type: 'ring', connectionId: 'connection-1', who: '#1' }]);
    const nobody = { ...ringing, party: { number: null, name: null } };
    expect(marks(before, told(call(nobody)))).toEqual([{ type: 'ring', connectionId: 'connection-1' }]);
  });

  it('are found in a snapshot, too: what has changed while the link was down', () => {
    const snapshot = (...calls: CallView[]): SessionEvent => ({
      kind: 'console',
      console: { ...console_, calls },
      clockOffsetMs: 0,
    });
    expect(types(nothingYet, snapshot(ringing, { ...answered, connectionId: callOf(2, 'hold').connectionId }))).toEqual(
      ['ring'],
    );
    expect(types(withCalls(ringing), snapshot(answered))).toEqual(['answer']);
    expect(types(withCalls(ringing), snapshot())).toEqual(['end']);
    expect(types(withCalls(ringing), { kind: 'console', console: null, clockOffsetMs: 0 })).toEqual([]);
  });

  it('are none before anything is known, and never more than a line has', () => {
    expect(types(nothingYet, told(call(ringing)))).toEqual([]);
    const many = Array.from({ length: 150 }, (_, at) => call(callOf(at + 1, 'alerting')));
    expect(types(withCalls(), told(...many))).toHaveLength(100);
  });
});

describe('marks of the link, of commands and of problems', () => {
  it.each<[SessionEvent, readonly Mark[]]>([
    [
      { kind: 'linkEntry', entry: { kind: 'live', at: 0, server: 'primary', awayMs: null, failover: false } },
      [{ type: 'live', server: 'primary' }],
    ],
    [
      { kind: 'linkEntry', entry: { kind: 'live', at: 0, server: 'backup', awayMs: 9, failover: true } },
      [{ type: 'failover', server: 'backup' }],
    ],
    [
      { kind: 'linkEntry', entry: { kind: 'lost', at: 0, server: 'primary', problem: 'unreachable', wasLive: true } },
      [{ type: 'lost', server: 'primary' }],
    ],
    [
      { kind: 'linkEntry', entry: { kind: 'lost', at: 0, server: 'primary', problem: 'unreachable', wasLive: false } },
      [],
    ],
    [{ kind: 'linkEntry', entry: { kind: 'roundTrip', at: 0, server: 'primary', ms: 3 } }, []],
    [{ kind: 'link', link: { phase: 'signedOut', failure: 'wrongPassword' } }, [{ type: 'error' }]],
    [{ kind: 'link', link: { phase: 'signedOut', failure: null } }, []],
    [{ kind: 'problem', where: 'preferences', code: 'storage' }, [{ type: 'error' }]],
    [{ kind: 'gap', why: 'storage' }, []],
    [{ kind: 'end' }, []],
  ])('%j', (event, expected) => {
    expect(marks(nothingYet, event)).toEqual(expected);
  });

  const id = CommandId.parse('command-1');
  const { connectionId } = answered;
  const sent = (command: Extract<SessionEvent, { kind: 'command' }>['command'], state: ReplayState) =>
    fold(state, { kind: 'command', id, command });

  it('a command that was refused, or whose answer is lost, says which call it was about', () => {
    const before = sent({ type: 'hold', connectionId }, withCalls(answered));
    const refused: SessionEvent = {
      kind: 'outcome',
      id,
      outcome: { status: 'refused', code: 'staleState' },
      learned: false,
    };
    expect(marks(before, refused)).toEqual([{ type: 'refused', connectionId, who: 'Caller-1' }]);
    expect(types(before, { kind: 'outcome', id, outcome: { status: 'unknown' }, learned: false })).toEqual(['unknown']);
    expect(types(before, { kind: 'outcome', id, outcome: { status: 'done' }, learned: false })).toEqual([]);
    expect(marks(sent({ type: 'hold', connectionId }, withCalls()), refused)).toEqual([
      { type: 'refused', connectionId },
    ]);
    expect(marks(sent({ type: 'hold', connectionId }, nothingYet), refused)).toEqual([
      { type: 'refused', connectionId },
    ]);
    expect(marks(sent({ type: 'setOnline', online: true }, withCalls()), refused)).toEqual([{ type: 'refused' }]);
    expect(marks(nothingYet, refused)).toEqual([{ type: 'refused' }]);
  });
});
