/** Small facts for tests: a console with two managers' lines and one own line. */
import { CallView, ConsoleState } from '../../shared/calls/model';
import type { AppState } from '../store/state';
import { initialState } from '../store/state';
import { documents, live } from './scenes';

type Loose<T> = { [K in keyof T]?: unknown };

export function aCall(id: string, more: Loose<CallView> = {}): CallView {
  return CallView.parse({
    connectionId: id,
    callId: id,
    lineId: 'line-39001',
    state: 'alerting',
    direction: 'in',
    party: { number: '1044', name: 'Sofia Rossi' },
    managerId: 'akowalska',
    forwardedBy: null,
    startedAt: 1_000,
    answeredAt: null,
    stateSince: 1_000,
    parties: 2,
    members: [],
    consultation: null,
    ...more,
  });
}

export function aConsole(calls: readonly CallView[] = []): ConsoleState {
  const manager = (managerId: string, name: string, dn: string) => ({
    managerId,
    name,
    dn,
    assistants: [{ userId: 'maya', name: 'Maya Lindqvist', online: true }],
    defaultAssistant: 'maya',
    activeAssistant: 'maya',
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
    inclusive: ['4930*'],
    exclusive: [],
  });
  const line = (dn: string, kind: string, managerId: string | null, label: string) => ({
    lineId: `line-${dn}`,
    dn,
    kind,
    managerId,
    label,
    inUseElsewhere: false,
  });
  return ConsoleState.parse({
    me: { userId: 'maya', name: 'Maya Lindqvist', dn: '2001', online: true, redirectTo: null },
    mode: 'proxy',
    lines: [
      line('39001', 'manager', 'akowalska', 'Anna Kowalska'),
      line('39002', 'manager', 'jtanaka', 'Jun Tanaka'),
      line('2001', 'own', null, 'Maya Lindqvist'),
    ],
    calls,
    managers: [manager('akowalska', 'Anna Kowalska', '60001'), manager('jtanaka', 'Jun Tanaka', '60002')],
    service: { callControl: 'up', filtering: 'up' },
    divertAllAppliesToFiltered: false,
  });
}

export function aState(calls: readonly CallView[] = [], more: Partial<AppState> = {}): AppState {
  const opened = { link: live, console: aConsole(calls), clockOffsetMs: 0, ...documents };
  return { ...initialState(opened), ...more };
}
