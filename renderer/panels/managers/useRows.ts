import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { UserId } from '../../../shared/ids';
import { useApp } from '../../store/context';
import { orderedManagers, type Sort } from './order';

export interface ManagerRow {
  readonly id: UserId;
}

const none: readonly UserId[] = [];

/** Who is shown, in which order: the same object until that changes, whatever happens to the managers themselves. */
export function useRows(sort: Sort | null): readonly ManagerRow[] {
  const { i18n } = useTranslation();
  const collator = useMemo(() => new Intl.Collator(i18n.language, { numeric: true }), [i18n.language]);
  const ids = useApp(useShallow(({ console }) => (console === null ? none : orderedManagers(console, sort, collator))));
  return useMemo(() => ids.map((id) => ({ id })), [ids]);
}

/** The manager of a row, by the key that a list answers with. */
export function managerAt(rows: readonly ManagerRow[], key: unknown): UserId | null {
  return rows.find(({ id }) => id === key)?.id ?? null;
}
