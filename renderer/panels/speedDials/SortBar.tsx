import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { speedDialColumns } from '../../../shared/console/speedDialLimits';
import type { Sort } from './sort';
import { pressed } from './sort';

const words = {
  name: 'speedDial.sortByName',
  number: 'speedDial.sortByNumber',
  notes: 'speedDial.sortByNotes',
} as const;

/** The heads of the columns: a press sorts by it, a second one the other way round. */
export function SortBar({ sort, onSort }: { readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  const { t } = useTranslation();
  return (
    <div className="sd-sort" role="group" aria-label={t('speedDial.sort')}>
      {speedDialColumns.map((column) => {
        const isIt = sort.by === column;
        const word = t(words[column]);
        const Arrow = sort.descending ? ArrowDown : ArrowUp;
        return (
          <button
            key={column}
            type="button"
            className={`sd-sort__by sd-sort__by--${column}`}
            aria-pressed={isIt}
            aria-label={
              isIt ? t(sort.descending ? 'speedDial.descending' : 'speedDial.ascending', { column: word }) : word
            }
            onClick={() => onSort(pressed(sort, column))}
          >
            {word}
            {isIt && <Arrow size={12} aria-hidden="true" />}
          </button>
        );
      })}
    </div>
  );
}
