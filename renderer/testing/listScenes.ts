/** Invented speed dials and calls that have been, for looking at the two panels. */
import { HistoryEntry, type CallHistory } from '../../shared/console/history';
import type { SpeedDials } from '../../shared/console/speedDials';

const long = 'Freiherr von und zu Hohenstein-Wittelsbach '.repeat(7).slice(0, 300);

const people = [
  ['Anna Kowalska', '60001', 'Board; assistant is Jan'],
  ['Ångström, Zoë', '+46 8 5550 0142', ''],
  ['林怡君 Lin Yi-Chun', '+886255500199', 'Taipei office, mornings only'],
  ['أميرة حداد', '+96265550137', 'مكتب عمّان'],
  [long.slice(0, 120), '+49 30 5557 0142', 'Long name, and a note that goes on: '.repeat(4)],
  ['Reception', '0', ''],
  ['Nikos Angelopoulos', '1203', 'Finance'],
  ['Taxi', '+49 30 202020', 'Account 4711'],
] as const;

export function someSpeedDials(count: number = people.length): SpeedDials {
  const groups = ['Board', 'Suppliers', 'مكتب عمّان', 'Empty for now'];
  return {
    version: 1,
    groups: groups.map((name, index) => ({ id: `g${index}`, name })),
    entries: Array.from({ length: count }, (_, index) => {
      const [name, number, notes] = people[index % people.length] ?? people[0];
      const nth = index < people.length ? '' : ` ${index}`;
      return { id: `e${index}`, groupId: `g${index % 3}`, name: name.slice(0, 110) + nth, number, notes };
    }),
  };
}

const parties = [
  { number: '+493055570142', name: 'Peter Brandt' },
  { number: '+442079460118', name: 'Grace Whitfield' },
  { number: '+886255500199', name: '林怡君 Lin Yi-Chun' },
  { number: null, name: null },
  { number: '1044', name: 'Sofia Rossi' },
  { number: '+12125550147', name: null },
  { number: '+96265550137', name: 'أميرة حداد' },
  { number: '1310', name: long },
];

export function someHistory(now: number, count = 22): CallHistory {
  const kinds = ['missed', 'answered', 'placed', 'missed', 'answered'] as const;
  const managers = ['Anna Kowalska', 'Jun Tanaka', null] as const;
  const entries = Array.from({ length: count }, (_, index) => {
    const startedAt = now - 240_000 - index * 97 * 60_000;
    const kind = kinds[index % kinds.length] ?? 'missed';
    const answered = kind === 'answered' || (kind === 'placed' && index % 2 === 0);
    return HistoryEntry.parse({
      id: `c${index}`,
      kind,
      party: parties[index % parties.length],
      manager: kind === 'placed' ? null : managers[index % managers.length],
      startedAt,
      answeredAt: answered ? startedAt + 7_000 : null,
      endedAt: startedAt + 20_000 + ((index * 37) % 400) * 1_000,
    });
  });
  return { version: 1, entries, seenUntil: now - 24 * 3_600_000 };
}
