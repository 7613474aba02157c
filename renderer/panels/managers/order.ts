/** The order of the rows: the service's, or by a column. Pure; rows that are equal stay in the service's order. */
import type { ConsoleState, ManagerView } from '../../../shared/calls/model';
import type { UserId } from '../../../shared/ids';
import { ringingHereFor } from '../../store/selectors';

export const sortColumns = ['name', 'number', 'now'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** A column's head pressed once more: up, down, and back to the service's order. */
export function nextSort(sort: Sort | null, column: SortColumn): Sort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

type Facts = Pick<ConsoleState, 'managers' | 'calls'>;

export function orderedManagers(console: Facts, sort: Sort | null, collator: Intl.Collator): UserId[] {
  const { managers } = console;
  if (sort === null) return managers.map(({ managerId }) => managerId);
  const direction = sort.direction === 'ascending' ? 1 : -1;
  return managers
    .map((manager) => ({ manager, urgency: sort.column === 'now' ? urgency(manager, console) : 0 }))
    .toSorted((a, b) => {
      if (sort.column === 'now') return direction * (a.urgency - b.urgency);
      const key = sort.column === 'name' ? 'name' : 'dn';
      return direction * collator.compare(a.manager[key], b.manager[key]);
    })
    .map(({ manager }) => manager.managerId);
}

/** What needs a hand comes first: it rings here, at the manager, is talked in, held, idle. */
function urgency(manager: ManagerView, console: Facts): number {
  if (ringingHereFor(console, manager.managerId) !== null) return 0;
  switch (manager.currentCall?.state) {
    case 'alerting':
      return 1;
    case 'connected':
      return 2;
    case 'initiated':
    case 'queued':
      return 3;
    case 'hold':
      return 4;
    case 'fail':
      return 5;
    case undefined:
      return 6;
  }
}
