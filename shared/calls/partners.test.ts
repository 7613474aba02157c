import { describe, expect, it } from 'vitest';
import { CallId, connectionIdOf, Dn, LineId } from '../ids';
import type { CallView, LineKind, LineView } from './model';
import { partners } from './partners';

const lineIds = { own: LineId.parse('own'), manager: LineId.parse('manager'), intercom: LineId.parse('intercom') };
const lines = Object.entries(lineIds).map(([kind, lineId]): LineView => {
  const dn = Dn.parse('1');
  return { lineId, dn, kind: kind as LineKind, managerId: null, label: '', inUseElsewhere: false };
});

function call(id: string, change: Partial<CallView> = {}, kind: LineKind = 'own'): CallView {
  const callId = CallId.parse(id);
  const lineId = lineIds[kind];
  return {
    ...{ connectionId: connectionIdOf(callId, lineId), callId, lineId, state: 'hold', direction: 'in' },
    ...{ party: { number: null, name: null }, managerId: null, forwardedBy: null, consultation: null },
    ...{ startedAt: 0, answeredAt: 0, stateSince: 0, parties: 2, members: [], ...change },
  };
}

const found = (command: 'directTransfer' | 'join', of: CallView, ...others: CallView[]) =>
  partners(command, of, { calls: [of, ...others], lines }).map(({ callId }) => callId);

const talks = call('talks', { state: 'connected' });
const half = (other: CallView, side: 'held' | 'consulted') =>
  ({ purpose: 'transfer', side, other: other.connectionId }) as const;

describe('partners of a call', () => {
  it('are calls that are talked in, the last that came first', () => {
    const [old, young] = [call('old', { startedAt: 1 }, 'manager'), call('young', { startedAt: 2 })];
    for (const command of ['directTransfer', 'join'] as const) {
      expect(found(command, talks, old, young)).toEqual(['young', 'old']);
    }
  });

  it('begin with the other half of a consultation', () => {
    const [young, asked] = [call('young', { startedAt: 9 }), call('asked', { startedAt: 1, state: 'connected' })];
    expect(found('join', { ...talks, consultation: half(asked, 'held') }, young, asked)).toEqual(['asked', 'young']);
  });

  it.each([
    ['rings in', call('x', { state: 'alerting' })],
    ['rings out', call('x', { state: 'alerting', direction: 'out' })],
    ['has the busy tone', call('x', { state: 'fail', direction: 'out' })],
    ['is being dialled', call('x', { state: 'initiated', direction: 'out' })],
    ['is an intercom call', call('x', { state: 'connected' }, 'intercom')],
    ['is the same call at another line', call('talks', { state: 'connected' }, 'manager')],
  ])('are not: one that %s', (_what, other) => {
    for (const command of ['directTransfer', 'join'] as const) expect(found(command, talks, other)).toEqual([]);
  });

  it('of a transfer half done: also who is asked and still rings; a conference waits for the answer', () => {
    const asked = call('asked', { state: 'alerting', direction: 'out' });
    const held = { ...talks, consultation: half(asked, 'held') };
    expect(found('directTransfer', held, asked)).toEqual(['asked']);
    expect(found('join', held, asked)).toEqual([]);
    const busy = { ...asked, state: 'fail' as const };
    expect(found('directTransfer', held, busy)).toEqual([]);
  });

  it('a conference can be joined, not transferred to', () => {
    const conference = call('three', { parties: 3 });
    expect(found('join', talks, conference)).toEqual(['three']);
    expect(found('directTransfer', talks, conference)).toEqual([]);
  });
});
