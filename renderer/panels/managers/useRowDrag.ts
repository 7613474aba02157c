import type { UserId } from '../../../shared/ids';
import { useDragSource } from '../../dnd/useDragSource';
import { useDropOn } from '../../dnd/useDropOn';
import { useManager } from './useManager';

/** A manager is somebody with a number: calls are dropped on it, and it is dragged onto speed dials or a line. */
export function useRowDrag(managerId: UserId) {
  const manager = useManager(managerId);
  const person = { kind: 'person', name: manager?.name ?? '', number: manager?.dn ?? '' } as const;
  const drag = useDragSource(manager === null ? null : person);
  const drop = useDropOn(person);
  return { drag, drop: drop.props };
}
