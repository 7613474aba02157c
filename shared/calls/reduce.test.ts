import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConsoleState, type CallView, type ConsoleEvent, type ManagerView } from './model';
import { reduce } from './reduce';

const start = ConsoleState.parse({
  me: { userId: 'maya', name: 'Maya Lindqvist', dn: '2001', online: true, redirectTo: null },
  mode: 'proxy',
  lines: [
    { lineId: 'line-39001', dn: '39001', kind: 'manager', managerId: 'anna', label: 'Anna', inUseElsewhere: false },
  ],
  calls: [],
  managers: [],
  service: { callControl: 'up', filtering: 'up' },
  divertAllAppliesToFiltered: false,
});

function callAt(id: string, state: CallView['state']): CallView {
  return {
    connectionId: `${id}@line-39001` as CallView['connectionId'],
    callId: id as CallView['callId'],
    lineId: 'line-39001' as CallView['lineId'],
    state,
    direction: 'in',
    party: { number: null, name: 'Peter Brandt' },
    managerId: null,
    forwardedBy: null,
    startedAt: 1,
    answeredAt: null,
    stateSince: 1,
    parties: 2,
    members: [],
    consultation: null,
  };
}
const put = (id: string, state: CallView['state']): ConsoleEvent => ({
  type: 'call',
  cause: 'delivered',
  call: callAt(id, state),
});
const clear = (id: string): ConsoleEvent => ({
  type: 'callCleared',
  cause: 'connectionCleared',
  connectionId: callAt(id, 'alerting').connectionId,
});

describe('the call reducer', () => {
  it('replaces a known call where it stands and appends a new one', () => {
    const state = [put('a', 'alerting'), put('b', 'alerting'), put('a', 'connected')].reduce(reduce, start);
    expect(state.calls.map((call) => [call.callId, call.state])).toEqual([
      ['a', 'connected'],
      ['b', 'alerting'],
    ]);
  });

  it('clears a call, and nothing when it is unknown', () => {
    const state = [put('a', 'alerting'), put('b', 'alerting'), clear('a'), clear('gone')].reduce(reduce, start);
    expect(state.calls.map((call) => call.callId)).toEqual(['b']);
  });

  it('takes lines, managers and the state of the service as they come', () => {
    const manager = { managerId: 'anna', name: 'Anna', doNotDisturb: true } as unknown as ManagerView;
    const line = { ...start.lines[0], inUseElsewhere: true } as (typeof start.lines)[number];
    const events: ConsoleEvent[] = [
      { type: 'manager', manager },
      { type: 'line', line },
      { type: 'service', service: { callControl: 'down', filtering: 'up' } },
    ];
    const state = events.reduce(reduce, start);
    expect(state.managers).toEqual([manager]);
    expect(state.lines).toEqual([line]);
    expect(state.service.callControl).toBe('down');
  });

  it('an event that comes twice in a row changes nothing the second time, and no event changes its input', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const event = fc.oneof(
      fc
        .tuple(id, fc.constantFrom('alerting' as const, 'connected' as const, 'hold' as const))
        .map(([a, s]) => put(a, s)),
      id.map(clear),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const frozen = JSON.stringify(start);
        const once = events.reduce(reduce, start);
        const twice = events.flatMap((one) => [one, one]).reduce(reduce, start);
        expect(twice).toEqual(once);
        expect(JSON.stringify(start)).toBe(frozen);
        expect(new Set(once.calls.map((call) => call.connectionId)).size).toBe(once.calls.length);
      }),
    );
  });
});
