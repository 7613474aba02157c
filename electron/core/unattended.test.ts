import { expect, it } from 'vitest';
import type { CallView, ConsoleState } from '../../shared/calls/model';
import { ConnectionId, LineId, CallId } from '../../shared/ids';
import { emptyState } from './testing/scriptedService';
import { callFor, runUnattended } from './unattended';

const line = { lineId: LineId.parse('own'), dn: emptyState.me.dn, kind: 'own', managerId: null } as const;
const lines: ConsoleState['lines'] = [{ ...line, label: 'Maya', inUseElsewhere: false }];
const aCall = (id: string, more: Partial<CallView>): CallView => ({
  connectionId: ConnectionId.parse(id),
  callId: CallId.parse(id),
  lineId: line.lineId,
  state: 'alerting',
  direction: 'in',
  party: { number: null, name: null },
  managerId: null,
  forwardedBy: null,
  startedAt: 1,
  answeredAt: null,
  stateSince: 1,
  parties: 2,
  members: [],
  consultation: null,
  ...more,
});
const ringing = aCall('ringing', { startedAt: 5 });
const longer = aCall('longer', { startedAt: 3 });
const held = aCall('held', { state: 'hold' });
const talking = aCall('talking', { state: 'connected' });
const dialled = aCall('dialled', { direction: 'out', state: 'alerting', startedAt: 7 });
const failed = aCall('failed', { direction: 'out', state: 'fail', startedAt: 8 });
const chosen = (command: 'answer' | 'hangUp', ...calls: CallView[]) =>
  callFor(command, { ...emptyState, lines, calls })?.connectionId ?? null;

it('answers the call that has waited longest, and no other', () => {
  expect(chosen('answer', ringing, longer, talking)).toBe('longer');
  expect(chosen('answer', talking, held, dialled)).toBeNull();
});

it('hangs up what was dialled last, else what is talked on; never a held or a ringing call', () => {
  expect(chosen('hangUp', ringing, held, talking)).toBe('talking');
  expect(chosen('hangUp', talking, dialled, failed)).toBe('failed');
  expect(chosen('hangUp', talking, dialled)).toBe('dialled');
  expect(chosen('hangUp', ringing, held)).toBeNull();
});

it('gives no command while the link is away', async () => {
  const asked: unknown[] = [];
  const core = (phase: 'live' | 'connecting') => ({
    state: () => ({ console: { ...emptyState, lines, calls: [ringing] }, link: { phase } }) as never,
    handlers: {
      command: ({ command }: { command: unknown }) => Promise.resolve(asked.push(command) && { status: 'done' }),
    } as never,
  });
  expect(await runUnattended(core('connecting'), 'answer')).toBe(false);
  expect(asked).toEqual([]);
  expect(await runUnattended(core('live'), 'answer')).toBe(true);
  expect(asked).toEqual([{ type: 'answer', connectionId: 'ringing' }]);
});
