import type { ManagerView } from '../../../shared/calls/model';
import type { UserId } from '../../../shared/ids';
import { managerOf } from '../../store/selectors';
import { useApp } from '../../store/context';

/** Each cell follows its own manager: an event about one of 33 paints one row. Null for the moment in which a manager has gone. */
export function useManager(managerId: UserId): ManagerView | null {
  return useApp(({ console }) => (console === null ? null : managerOf(console, managerId)));
}
