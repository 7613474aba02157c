import { describe, expect, it } from 'vitest';
import { noHistory } from '../../shared/console/history';
import { noSpeedDials, SpeedDials } from '../../shared/console/speedDials';
import { ConnectionId, Dn, UserId } from '../../shared/ids';
import { DirectoryEntry } from '../../shared/protocol/messages';
import { aCall, aConsole } from '../testing/facts';
import { fitsIn, joinedParties } from './joinCount';
import { reachCommand } from './purpose';
import { recentOf, remember } from './recent';
import { maxSuggestions, suggestions, type Sources } from './suggestions';
import { targetProblem } from './targetCheck';

const console = aConsole();
const call = aCall('x', { party: { number: '+4930555', name: 'Peter' }, members: [{ number: '1200', name: 'Eva' }] });

describe('a number before it is sent', () => {
  it.each([
    ['2001', 'ownNumber'],
    ['39001', 'ownNumber'],
    ['4930555', 'inCall'],
    ['1200', 'inCall'],
    ['60001', null],
  ])('%s: %s', (number, expected) => {
    expect(targetProblem(number, call, console)).toBe(expected);
  });

  it('may be a shared number: that is the manager’s too', () => {
    expect(targetProblem('39001', call, { ...console, mode: 'shared' })).toBeNull();
    expect(targetProblem('2001', call, { ...console, mode: 'shared' })).toBe('ownNumber');
  });
});

describe('suggestions', () => {
  const speedDials = SpeedDials.parse({
    version: 1,
    groups: [{ id: 'g', name: 'Travel' }],
    entries: [
      { id: '1', groupId: 'g', name: 'Annabel Taxi', number: '0800 1', notes: '' },
      { id: '2', groupId: 'g', name: 'Airport', number: '60001', notes: '' },
    ],
  });
  const sources: Sources = { managers: console.managers, speedDials, history: noHistory, recent: [] };
  const entry = (firstName: string, lastName: string, number: string) =>
    DirectoryEntry.parse({ id: number, firstName, lastName, number, department: 'Sales' });
  const names = (text: string, found: DirectoryEntry[] = [], from = sources) =>
    suggestions(text, from, found).map(({ source, name }) => `${source} ${name}`);

  it('has managers first, then speed dials, then the directory; nobody twice', () => {
    const found = [entry('Anna', 'Kowalska', '60001'), entry('Hanna', 'Berg', '1301')];
    expect(names('ann', found)).toEqual(['manager Anna Kowalska', 'speedDial Annabel Taxi', 'directory Hanna Berg']);
  });

  it('finds who has a number that begins so', () => {
    expect(names('600')).toEqual(['manager Anna Kowalska', 'manager Jun Tanaka']);
    expect(names('08')).toEqual(['speedDial Annabel Taxi']);
  });

  it('has the recent targets while nothing is typed, and asks for nobody by a wildcard', () => {
    const history = {
      ...noHistory,
      entries: [
        {
          id: ConnectionId.parse('h'),
          kind: 'placed' as const,
          party: { number: Dn.parse('1310'), name: 'Olivia' },
          manager: null,
          startedAt: 0,
          answeredAt: null,
          endedAt: 1,
        },
      ],
    };
    const recent = [{ name: 'Lars', number: '1187' }];
    expect(names(' ', [], { ...sources, history, recent })).toEqual(['recent Lars', 'recent Olivia']);
    expect(names('*')).toEqual([]);
  });

  it('are few', () => {
    const found = Array.from({ length: 25 }, (_, index) => entry('Zoe', `N${index}`, String(1_000 + index)));
    expect(suggestions('zoe', { ...sources, speedDials: noSpeedDials }, found)).toHaveLength(maxSuggestions);
  });
});

describe('recent targets', () => {
  it('are kept for each assistant, newest first, each once', () => {
    const maya = UserId.parse('maya');
    remember(maya, { name: 'A', number: '1' });
    remember(maya, { name: 'B', number: '2' });
    remember(maya, { name: 'A', number: '1' });
    expect(recentOf(maya).map(({ name }) => name)).toEqual(['A', 'B']);
    expect(recentOf(UserId.parse('tom'))).toEqual([]);
  });
});

describe('what is sent', () => {
  it.each([
    ['transfer', { type: 'transfer' }],
    ['consultTransfer', { type: 'consult', purpose: 'transfer' }],
    ['consultConference', { type: 'consult', purpose: 'conference' }],
  ] as const)('%s', (purpose, expected) => {
    expect(reachCommand(purpose, call.connectionId, Dn.parse('1'))).toEqual({
      connectionId: 'x',
      to: '1',
      ...expected,
    });
  });
});

describe('people in a joined call', () => {
  it('counts the assistant once and stops at 15', () => {
    expect(joinedParties({ parties: 2 }, [{ parties: 2 }, { parties: 4 }])).toBe(6);
    expect(fitsIn({ parties: 13 }, [{ parties: 2 }], { parties: 2 })).toBe(true);
    expect(fitsIn({ parties: 14 }, [{ parties: 2 }], { parties: 2 })).toBe(false);
  });
});
