import { expect, it, vi } from 'vitest';
import type { CallView, ConsoleState } from '../../shared/calls/model';
import { ConnectionId, Dn, LineId } from '../../shared/ids';
import { emptyState } from '../core/testing/scriptedService';
import { actsFor } from './notifications';

vi.mock('electron', () => ({ app: { getLocale: () => 'en' } }));
vi.mock('./window', () => ({}));

const connectionId = ConnectionId.parse('c1');
const lineId = LineId.parse('l1');
const call = { connectionId, lineId, state: 'alerting', direction: 'in', parties: 2, consultation: null } as CallView;
const console = (kind: 'own' | 'manager', more: Partial<ConsoleState> = {}): ConsoleState => ({
  ...emptyState,
  lines: [{ lineId, dn: Dn.parse('1'), kind, managerId: null, label: '', inUseElsewhere: false }],
  calls: [call],
  ...more,
});
const target = { me: { ...emptyState.me, redirectTo: Dn.parse('77') }, mode: 'shared' } as const;

it.each([
  ['a manager’s line', console('manager'), ['answer', 'redirect']],
  ['an own line', console('own'), ['answer']],
  ['a shared line without a target', console('manager', { mode: 'shared' }), ['answer']],
  ['a shared line with a target', console('manager', target), ['answer', 'redirect']],
  ['a call that has gone', console('manager', { calls: [] }), ['answer']],
  ['nobody signed in', null, ['answer']],
])('the buttons for %s', (_what, state, acts) => expect(actsFor(connectionId, state)).toEqual(acts));
