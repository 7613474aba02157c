/** Whatever happened in between, folding the events over the old state gives the new one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CallCause, CallState, type CallView, type ConsoleState, type ManagerView } from '../../shared/calls/model';
import { reduce } from '../../shared/calls/reduce';
import { CallId, connectionIdOf, Dn, LineId, UserId } from '../../shared/ids';
import { difference } from './difference';

const lineIds = ['line-1', 'line-2'].map((id) => LineId.parse(id));
const callIds = ['a', 'b', 'c', 'd'].map((id) => CallId.parse(id));

const anyCall: fc.Arbitrary<CallView> = fc
  .record({
    callId: fc.constantFrom(...callIds),
    lineId: fc.constantFrom(...lineIds),
    state: fc.constantFrom(...CallState.options),
    direction: fc.constantFrom('in' as const, 'out' as const),
    name: fc.option(fc.string()),
    stateSince: fc.nat(5),
    parties: fc.integer({ min: 1, max: 3 }),
    members: fc.constant<CallView['members']>([]),
    consultation: fc.constant(null),
  })
  .map(({ name, ...call }) => ({
    ...call,
    connectionId: connectionIdOf(call.callId, call.lineId),
    party: { number: null, name },
    managerId: null,
    forwardedBy: null,
    startedAt: 0,
    answeredAt: null,
  }));

const anyManager = (id: string): fc.Arbitrary<ManagerView> =>
  fc
    .record({
      divertAll: fc.boolean(),
      online: fc.boolean(),
      inclusive: fc.array(fc.constantFrom('1*', '2X'), { maxLength: 2 }),
    })
    .map(({ divertAll, online, inclusive }) => ({
      managerId: UserId.parse(id),
      name: id,
      dn: Dn.parse('60001'),
      assistants: [{ userId: UserId.parse('maya'), name: 'Maya', online }],
      defaultAssistant: null,
      activeAssistant: online ? UserId.parse('maya') : null,
      currentCall: null,
      forwardedTo: null,
      intercomDn: null,
      hasVoicemail: false,
      messageWaiting: false,
      doNotDisturb: false,
      assistantWatch: true,
      alertTone: true,
      divertAll,
      divertTarget: { kind: 'activeAssistant' },
      filterOn: true,
      filterMode: 'inclusive',
      inclusive,
      exclusive: [],
    }));

const anyState: fc.Arbitrary<ConsoleState> = fc
  .record({
    me: fc.constant({
      userId: UserId.parse('maya'),
      name: 'Maya',
      dn: Dn.parse('2001'),
      online: true,
      redirectTo: null,
    }),
    mode: fc.constant('proxy' as const),
    lines: fc.boolean().map((inUseElsewhere) =>
      lineIds.map((lineId) => ({
        lineId,
        dn: Dn.parse('1'),
        kind: 'own' as const,
        managerId: null,
        label: '',
        inUseElsewhere,
      })),
    ),
    calls: fc.uniqueArray(anyCall, { selector: (call) => call.connectionId, maxLength: 8 }),
    managers: fc.tuple(anyManager('m1'), anyManager('m2')),
    service: fc.record({
      callControl: fc.constantFrom('up' as const, 'down' as const),
      filtering: fc.constantFrom('up' as const, 'down' as const),
    }),
    divertAllAppliesToFiltered: fc.constant(false),
  })
  // Records of fast-check may lack a prototype; ours never do.
  .map((state) => structuredClone(state));
const anyCauses = fc
  .array(fc.tuple(fc.constantFrom(...callIds), fc.constantFrom(...CallCause.options)))
  .map((all) => new Map(all));

/** Calls have no order of their own: a console appends new ones. */
const sorted = (state: ConsoleState): ConsoleState => ({
  ...state,
  calls: state.calls.toSorted((a, b) => a.connectionId.localeCompare(b.connectionId)),
});

it('leads from any state to any other', () => {
  fc.assert(
    fc.property(anyState, anyState, anyCauses, (before, after, causes) => {
      expect(sorted(difference(before, after, causes).reduce(reduce, before))).toEqual(sorted(after));
    }),
  );
});

it('says nothing when nothing changed', () => {
  fc.assert(
    fc.property(anyState, anyCauses, (state, causes) => {
      expect(difference(state, structuredClone(state), causes)).toEqual([]);
    }),
  );
});

it('tells the cause the switch gave', () => {
  fc.assert(
    fc.property(anyState, anyCall, fc.constantFrom(...CallCause.options), (state, call, cause) => {
      const events = difference({ ...state, calls: [] }, { ...state, calls: [call] }, new Map([[call.callId, cause]]));
      expect(events).toEqual([{ type: 'call', cause, call }]);
    }),
  );
});
