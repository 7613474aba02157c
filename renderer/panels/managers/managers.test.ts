import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConsoleState, type ManagerView } from '../../../shared/calls/model';
import { CommandId, Dn, UserId } from '../../../shared/ids';
import { startStrings, t } from '../../strings/i18n';
import { aCall, aConsole } from '../../testing/facts';
import { columnsFor, tierFor } from './columns';
import { nextSort, orderedManagers, type Sort } from './order';
import { featurePending, modePending } from './pending';
import { targetShort, targetSpoken } from './targetWords';

beforeAll(startStrings);

const collator = new Intl.Collator('en', { numeric: true });

function first(): ManagerView {
  const [manager] = aConsole().managers;
  if (!manager) throw new Error('no manager');
  return manager;
}

function company(...changes: readonly Partial<ManagerView>[]): ConsoleState {
  const managers = changes.map((change, index) => ({
    ...first(),
    managerId: UserId.parse(`m${index}`),
    ...change,
  }));
  return { ...aConsole(), managers };
}

describe('the order of the rows', () => {
  const busy = (state: 'connected' | 'hold'): Partial<ManagerView> => ({
    currentCall: { state, party: { number: null, name: null }, since: 1 },
  });
  const three = company(
    { name: 'Zoë', dn: Dn.parse('60010') },
    { name: 'Ängström', dn: Dn.parse('9'), ...busy('hold') },
    { name: 'Bo', dn: Dn.parse('60002'), ...busy('connected') },
  );
  const by = (column: Sort['column'], direction: Sort['direction'] = 'ascending') =>
    orderedManagers(three, { column, direction }, collator).join(' ');

  it('is the service’s unless a column is asked for', () => {
    expect(orderedManagers(three, null, collator)).toEqual(['m0', 'm1', 'm2']);
    expect([by('name'), by('name', 'descending'), by('number'), by('now')]).toEqual([
      'm1 m2 m0',
      'm0 m2 m1',
      'm1 m2 m0',
      'm2 m1 m0',
    ]);
  });

  it('puts first what rings at this desk', () => {
    const ringing = { ...three, calls: [aCall('a', { managerId: 'm0' })] };
    expect(orderedManagers(ringing, { column: 'now', direction: 'ascending' }, collator)[0]).toBe('m0');
  });

  it('goes up, down and back, and starts anew with another column', () => {
    const up = nextSort(null, 'name');
    expect(up).toEqual({ column: 'name', direction: 'ascending' });
    expect(nextSort(up, 'name')).toEqual({ column: 'name', direction: 'descending' });
    expect(nextSort({ column: 'name', direction: 'descending' }, 'name')).toBeNull();
    expect(nextSort(up, 'now')).toEqual({ column: 'now', direction: 'ascending' });
  });

  it('loses and doubles nobody, and leaves equals as they were', () => {
    const sorts = fc.record({
      column: fc.constantFrom('name' as const, 'number' as const, 'now' as const),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    });
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 33 }), sorts, (names, sort) => {
        const console = company(...names.map((name) => ({ name })));
        const ids = orderedManagers(console, sort, collator);
        expect(ids.toSorted()).toEqual(console.managers.map(({ managerId }) => managerId).toSorted());
        if (sort.column !== 'name') expect(ids).toEqual(console.managers.map(({ managerId }) => managerId));
      }),
    );
  });
});

describe('the columns', () => {
  it('become fewer as the panel gets narrower, and cards in the end', () => {
    expect([20, 38, 56, 80].map((width) => tierFor(width, 'proxy'))).toEqual(['cards', 'compact', 'roomy', 'wide']);
    expect(tierFor(25, 'shared')).toBe('compact');
    expect(columnsFor('wide', 'proxy')).toContain('number');
    expect(columnsFor('compact', 'proxy')).not.toContain('number');
  });

  it('have no word of filters and diverts for shared lines', () => {
    expect(columnsFor('compact', 'shared')).toEqual(['name', 'now', 'doNotDisturb', 'actions']);
  });
});

describe('where divert all goes', () => {
  const tom = { userId: UserId.parse('tom'), name: 'Tom Berger', online: true };
  const anna: ManagerView = { ...first(), divertAll: true, assistants: [...first().assistants, tom] };
  const toTom = { kind: 'assistant', userId: tom.userId } as const;

  it.each<[string, string, Partial<ManagerView>]>([
    ['Maya', 'Diverts to Maya Lindqvist', {}],
    ['Maya', 'Would divert to Maya Lindqvist', { divertAll: false }],
    ['Tom', 'Diverts to Tom Berger', { divertTarget: toTom }],
    [
      'Maya',
      'Diverts to Maya Lindqvist',
      { divertTarget: toTom, assistants: [...first().assistants, { ...tom, online: false }] },
    ],
    ['9999', 'Diverts to 9999', { divertTarget: { kind: 'number', number: Dn.parse('9999') } }],
    ['On', 'Diverts to the active assistant', { activeAssistant: null }],
  ])('%s: %s', (short, spoken, change) => {
    const manager = { ...anna, ...change };
    expect([targetShort(manager, t), targetSpoken(manager, t)]).toEqual([short, spoken]);
  });

  it('is nowhere for a shared line without a number', () => {
    expect(targetSpoken({ ...anna, divertTarget: { kind: 'none' } }, t)).toBeNull();
  });
});

it('a feature is pending for its own manager only', () => {
  const managerId = UserId.parse('akowalska');
  const other = UserId.parse('jtanaka');
  const pending = [
    {
      id: CommandId.parse('1'),
      status: 'sent' as const,
      command: { type: 'setFeature' as const, managerId, feature: 'divertAll' as const, on: true },
    },
  ];
  expect(featurePending(pending, managerId, 'divertAll')).toBe(true);
  expect(featurePending(pending, managerId, 'filterOn')).toBe(false);
  expect(featurePending(pending, other, 'divertAll')).toBe(false);
  expect(modePending(pending, managerId)).toBe(false);
});
