import type { JSX } from 'react';
import type { UserId } from '../../../shared/ids';
import { useRowDrag } from './useRowDrag';

interface RowElementProps {
  readonly managerId: UserId;
  /** What react-aria gives the row; a `div`'s only in a virtualised table, which this is not. */
  readonly row: JSX.IntrinsicElements['tr'] | JSX.IntrinsicElements['div'];
}

/** The row itself: a call dropped on it goes to the manager's phone; dragged, it is the manager's number. */
export function RowElement({ managerId, row }: RowElementProps) {
  const { drag, drop } = useRowDrag(managerId);
  return <tr {...(row as JSX.IntrinsicElements['tr'])} {...drag} {...drop} />;
}
