import { CircleAlert, CirclePlus, Equal, FolderPlus, PencilLine, Trash2 } from 'lucide-react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { PhoneNumber } from '../../ui/PhoneNumber';
import type { RowProblems } from './importPlan';
import type { ShownRow } from './importRows';
import { nameProblemWords, notesProblemWords, numberProblemWords } from './words';

const icons = {
  new: CirclePlus,
  changed: PencilLine,
  same: Equal,
  group: FolderPlus,
  wrong: CircleAlert,
  going: Trash2,
} as const;

export function ImportRows({ rows }: { readonly rows: readonly ShownRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="import-rows import-rows--none">{t('speedDialImport.none')}</p>;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 44 }}>
      <GridList className="import-rows scroll" aria-label={t('speedDialImport.rows')} items={rows}>
        {(row) => {
          const Icon = icons[row.kind];
          const said = remarkOf(row, t);
          const kind = t(`speedDialImport.kind.${row.kind}`);
          const line = row.line === null ? '' : t('speedDialImport.line', { line: row.line });
          return (
            <GridListItem
              id={row.id}
              className={`import-row import-row--${row.kind}`}
              textValue={[line, kind, row.name, row.number, row.group, said].filter((part) => part !== '').join(', ')}
            >
              <span className="import-row__kind">
                <Icon size={15} aria-hidden="true" />
                {kind}
              </span>
              <span className="import-row__line sub">{line}</span>
              <span className="import-row__name list-text ellipsis" dir="auto">
                {row.name}
              </span>
              <PhoneNumber number={row.number} className="import-row__number ellipsis" />
              <span className="import-row__group list-text sub ellipsis" dir="auto">
                {row.group}
              </span>
              {said !== '' && <span className="import-row__said">{said}</span>}
            </GridListItem>
          );
        }}
      </GridList>
    </Virtualizer>
  );
}

function remarkOf(row: ShownRow, t: TFunction): string {
  const { verdict } = row;
  if (verdict?.kind === 'wrong') return problemWords(verdict.problems, row, t);
  if (verdict?.kind !== 'changed') return '';
  const { from } = verdict;
  const was = [
    from.name === row.name ? '' : from.name,
    from.number === row.number ? '' : from.number,
    from.notes === row.notes ? '' : from.notes === '' ? '–' : from.notes,
  ].filter((part) => part !== '');
  return t('speedDialImport.was', { was: was.join(' · ') });
}

function problemWords({ group, name, number, notes, openQuote }: RowProblems, row: ShownRow, t: TFunction): string {
  return [
    openQuote ? t('speedDialImport.openQuote', { line: row.line }) : null,
    name === null ? null : t('speedDialImport.namePart', { problem: nameProblemWords(name, row.name, t) }),
    number === null ? null : t('speedDialImport.numberPart', { problem: numberProblemWords(number, t) }),
    notes === null ? null : t('speedDialImport.notesPart', { problem: notesProblemWords(row.notes, t) }),
    group === null ? null : t('speedDialImport.groupPart', { problem: nameProblemWords(group, row.group, t) }),
  ]
    .filter((part) => part !== null)
    .join(' ');
}
