import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { directoryColumns, type DirectoryColumn, type DirectorySort } from './sort';

interface DirectoryColumnsProps {
  readonly sort: DirectorySort | null;
  readonly onSort: (by: DirectoryColumn) => void;
}

/** The heads of the columns, there where they are wide enough: a press sorts, a second one the other way round, a third one not at all. */
export function DirectoryColumns({ sort, onSort }: DirectoryColumnsProps) {
  const { t } = useTranslation();
  return (
    <div className="hits-head" role="group" aria-label={t('directory.sort')}>
      {directoryColumns.map((by) => {
        const column = t(`directory.column.${by}`);
        const isIt = sort?.by === by;
        const Arrow = sort?.descending ? ArrowDown : ArrowUp;
        return (
          <button
            key={by}
            type="button"
            className="hits-head__by ellipsis"
            aria-pressed={isIt}
            aria-label={isIt ? t(sort.descending ? 'directory.descending' : 'directory.ascending', { column }) : column}
            onClick={() => onSort(by)}
          >
            {column}
            {isIt && <Arrow size={12} aria-hidden="true" />}
          </button>
        );
      })}
    </div>
  );
}
