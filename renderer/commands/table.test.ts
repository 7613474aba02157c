/** Product §6, the table of call control: each column, on each kind of line, exactly these commands. */
import { describe, expect, it } from 'vitest';
import type { CallView } from '../../shared/calls/model';
import { aCall, aConsole, aState } from '../testing/facts';
import type { AppState } from '../store/state';
import { callCommands } from './callCommands';

const lines = {
  manager: { lineId: 'line-39001', managerId: 'akowalska' },
  own: { lineId: 'line-2001', managerId: null },
  intercom: { lineId: 'line-52001', managerId: 'akowalska' },
} as const;
type Line = keyof typeof lines;

const talkedTo = { answeredAt: 2_000 };
const columns = {
  alertingIn: { state: 'alerting' },
  initiated: { state: 'initiated', direction: 'out' },
  alertingOut: { state: 'alerting', direction: 'out' },
  connected: { state: 'connected', ...talkedTo },
  held: { state: 'hold', ...talkedTo },
  conference: { state: 'connected', parties: 3, ...talkedTo },
  conferenceHeld: { state: 'hold', parties: 3, ...talkedTo },
} as const;
type Column = keyof typeof columns;

function withCalls(...calls: CallView[]): AppState {
  const console = aConsole(calls);
  const intercom = { ...console.lines[0], lineId: 'line-52001', dn: '52001', kind: 'intercom' } as never;
  const [first] = calls;
  return aState(calls, {
    console: { ...console, lines: [...console.lines, intercom] },
    selected: first?.connectionId ?? null,
  });
}

/** Not about calls in a state: they are there whatever is selected. */
const aside = new Set(['redirectTarget', 'callBack', 'nextCall', 'previousCall', 'speedDialFromCall']);

function offered(state: AppState): string[] {
  return callCommands
    .filter(({ name, unavailable }) => !aside.has(name) && unavailable(state) === null)
    .map(({ name }) => name);
}

const moving = ['transfer', 'consultTransfer', 'consultConference'];
const onManagerLines = ['redirect', 'toVoicemail'];

describe('a call alone', () => {
  it.each<[Column, Line, string[]]>([
    ['alertingIn', 'manager', ['answer', ...onManagerLines]],
    ['alertingIn', 'own', ['answer']],
    ['alertingIn', 'intercom', ['answer']],
    ['initiated', 'manager', ['hangUp']],
    ['initiated', 'own', ['hangUp']],
    ['initiated', 'intercom', ['hangUp']],
    ['alertingOut', 'manager', ['hangUp']],
    ['alertingOut', 'own', ['hangUp']],
    ['alertingOut', 'intercom', ['hangUp']],
    ['connected', 'manager', ['hangUp', 'holdResume', ...moving, ...onManagerLines, 'keypad']],
    ['connected', 'own', ['hangUp', 'holdResume', ...moving, 'keypad']],
    ['connected', 'intercom', ['hangUp', 'keypad']],
    ['held', 'manager', ['hangUp', 'holdResume', ...moving, ...onManagerLines]],
    ['held', 'own', ['hangUp', 'holdResume', ...moving]],
    ['held', 'intercom', ['hangUp']],
    ['conference', 'manager', ['hangUp', 'holdResume', 'consultConference', 'keypad']],
    ['conference', 'own', ['hangUp', 'holdResume', 'consultConference', 'keypad']],
    ['conferenceHeld', 'own', ['hangUp', 'holdResume', 'consultConference']],
  ])('%s on a line that is %s', (column, line, expected) => {
    const call = aCall('a', { ...columns[column], ...lines[line] });
    expect(offered(withCalls(call))).toEqual(expected);
  });
});

describe('with another call', () => {
  const other = aCall('b', { ...columns.held, ...lines.own });
  it.each<[Column, Line, string[]]>([
    ['connected', 'own', ['directTransfer', 'join']],
    ['held', 'manager', ['directTransfer', 'join']],
    ['connected', 'intercom', []],
    ['conference', 'own', ['join']],
    ['alertingIn', 'own', []],
    ['alertingOut', 'own', []],
  ])('%s on a line that is %s', (column, line, expected) => {
    const call = aCall('a', { ...columns[column], ...lines[line] });
    const both = offered(withCalls(call, other)).filter((name) => name === 'directTransfer' || name === 'join');
    expect(both).toEqual(expected);
  });
});

describe('half done', () => {
  const half = (purpose: 'transfer' | 'conference', asked: Column): CallView[] => [
    aCall('a', { ...columns.held, ...lines.own, consultation: { purpose, side: 'held', other: 'b' } }),
    aCall('b', {
      ...columns[asked],
      direction: 'out',
      ...lines.own,
      consultation: { purpose, side: 'consulted', other: 'a' },
    }),
  ];
  const offers = (calls: CallView[]): string[] =>
    offered(withCalls(...calls)).filter((name) => !['hangUp', 'holdResume', 'transfer', 'keypad'].includes(name));

  it.each<['transfer' | 'conference', Column, string[]]>([
    ['transfer', 'initiated', ['cancelConsult']],
    ['transfer', 'alertingOut', ['complete', 'cancelConsult', 'directTransfer']],
    ['transfer', 'connected', ['complete', 'cancelConsult', 'directTransfer', 'join']],
    ['conference', 'initiated', ['cancelConsult']],
    ['conference', 'alertingOut', ['cancelConsult', 'directTransfer']],
    ['conference', 'connected', ['complete', 'cancelConsult', 'directTransfer', 'join']],
  ])('%s, the party who is asked: %s', (purpose, asked, expected) => {
    const calls = half(purpose, asked);
    expect(offers(calls)).toEqual(expected);
  });

  it('is completed and cancelled from the other half too, and while a third call is selected', () => {
    const calls = half('transfer', 'connected');
    const third = aCall('c', { ...columns.connected, ...lines.manager });
    expect(offers(calls.toReversed())).toEqual(expect.arrayContaining(['complete', 'cancelConsult']));
    expect(offers([third, ...calls])).toEqual(expect.arrayContaining(['complete', 'cancelConsult']));
  });
});

describe('what the table leaves to the settings', () => {
  const call = aCall('a', { ...columns.connected, ...lines.manager });
  const changed = (
    change: (console: NonNullable<AppState['console']>) => NonNullable<AppState['console']>,
  ): AppState => {
    const state = withCalls(call);
    return state.console === null ? state : { ...state, console: change(state.console) };
  };

  it('Redirect in shared line mode needs a target', () => {
    const shared = changed((console) => ({ ...console, mode: 'shared' }));
    const set = changed((console) => ({
      ...console,
      mode: 'shared',
      me: { ...console.me, redirectTo: '7000' as never },
    }));
    expect([offered(shared).includes('redirect'), offered(set).includes('redirect')]).toEqual([false, true]);
  });

  it('Transfer to voicemail needs a voicemail', () => {
    const none = changed((console) => ({
      ...console,
      managers: console.managers.map((manager) => ({ ...manager, hasVoicemail: false })),
    }));
    expect(offered(none)).not.toContain('toVoicemail');
  });

  it('a conference of fifteen takes nobody more', () => {
    const full = aCall('a', { ...columns.conference, parties: 15, ...lines.own });
    const other = aCall('b', { ...columns.held, ...lines.own });
    const commands = offered(withCalls(full, other));
    expect([commands.includes('join'), commands.includes('consultConference')]).toEqual([false, false]);
  });
});
