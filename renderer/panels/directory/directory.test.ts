import { describe, expect, it } from 'vitest';
import { CommandId, Dn, LineId } from '../../../shared/ids';
import { DirectoryEntry } from '../../../shared/protocol/messages';
import type { PendingCommand } from '../../store/state';
import { aCall, aState } from '../../testing/facts';
import { nextSort, sorted, type DirectorySort } from './sort';
import { isBeingCalled } from './twice';

const person = (firstName: string, lastName: string, number: string, department: string) =>
  DirectoryEntry.parse({ id: number, firstName, lastName, number, department });
const people = [
  person('Zoë', 'Ångström', '1509', 'Research'),
  person('lars', 'Andersson', '987', ''),
  person('Olivia', 'Grant', '1310', 'legal'),
];
const numbers = (sort: DirectorySort | null) => sorted(people, sort, 'en').map(({ number }) => number);

describe('the order of the people found', () => {
  it('is that of the answer until a column is pressed', () => {
    expect(numbers(null)).toEqual(['1509', '987', '1310']);
  });

  it('takes accents, capitals and digits as people do, blanks last', () => {
    expect(numbers({ by: 'firstName', descending: false })).toEqual(['987', '1310', '1509']);
    expect(numbers({ by: 'lastName', descending: false })).toEqual(['987', '1509', '1310']);
    expect(numbers({ by: 'number', descending: true })).toEqual(['1509', '1310', '987']);
    expect(numbers({ by: 'department', descending: false })).toEqual(['1310', '1509', '987']);
    expect(numbers({ by: 'department', descending: true })).toEqual(['1509', '1310', '987']);
  });

  it('goes up, down, and back to that of the answer', () => {
    const up = nextSort(null, 'number');
    const down = nextSort(up, 'number');
    expect([up, down, nextSort(down, 'number')]).toEqual([
      { by: 'number', descending: false },
      { by: 'number', descending: true },
      null,
    ]);
    expect(nextSort(down, 'lastName')).toEqual({ by: 'lastName', descending: false });
  });
});

describe('two quick Enters', () => {
  const asked: PendingCommand = {
    id: CommandId.parse('x'),
    command: { type: 'makeCall', lineId: LineId.parse('line-2001'), to: Dn.parse('+49305557') },
    status: 'sent',
  };

  it('are one call: while it is asked for, and while it rings', () => {
    expect(isBeingCalled('+49 (0)30 5557', aState([], { pending: [asked] }))).toBe(true);
    const out = aCall('out', { direction: 'out', party: { number: '1310', name: null } });
    expect(isBeingCalled('1310', aState([out]))).toBe(true);
  });

  it('do not keep anybody else from being called, nor the same one again later', () => {
    const state = aState([aCall('in', { party: { number: '1310', name: null } })], { pending: [asked] });
    expect(isBeingCalled('1310', state)).toBe(false);
    const talking = aCall('out', { direction: 'out', state: 'connected', party: { number: '1310', name: null } });
    expect(isBeingCalled('1310', aState([talking]))).toBe(false);
    expect(isBeingCalled('no number', state)).toBe(false);
  });
});
