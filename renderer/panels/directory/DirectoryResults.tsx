import { BookUser, TriangleAlert, UserRoundX } from 'lucide-react';
import { GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { spokenName } from '../../format/person';
import type { DirectoryAnswer } from '../../hooks/useDirectory';
import { EmptyState } from '../../ui/EmptyState';
import type { Reach } from '../lists/useReach';
import { DirectoryColumns } from './DirectoryColumns';
import { DirectoryRow } from './DirectoryRow';
import type { DirectoryColumn, DirectorySort } from './sort';

interface DirectoryResultsProps {
  readonly answer: DirectoryAnswer;
  /** Those of the answer, in the order wanted. */
  readonly entries: readonly DirectoryEntry[];
  readonly sort: DirectorySort | null;
  readonly onSort: (by: DirectoryColumn) => void;
  readonly reach: Reach;
  /** Something else has been typed since; its answer is on the way. */
  readonly isOld: boolean;
}

export function DirectoryResults({ answer, entries, sort, onSort, reach, isOld }: DirectoryResultsProps) {
  const { t } = useTranslation();
  if (answer.kind !== 'found') {
    return <EmptyState icon={<BookUser size={22} />} title={t('directory.empty')} text={t('directory.emptyText')} />;
  }
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={<UserRoundX size={22} />}
        title={t('directory.nobody')}
        text={t('directory.nobodyText', { query: answer.query })}
      />
    );
  }
  return (
    <>
      <DirectoryColumns sort={sort} onSort={onSort} />
      <GridList
        className="hits scroll"
        aria-label={t('directory.hits')}
        aria-busy={isOld}
        data-old={isOld ? '' : undefined}
        items={entries}
        dependencies={[answer.query, entries[0], reach.callReason]}
        selectionMode="single"
        selectionBehavior="replace"
        onAction={(key) => {
          const entry = entries.find(({ id }) => id === key);
          if (entry) reach.call(entry.number);
        }}
      >
        {(entry) => (
          <GridListItem
            id={entry.id}
            className="list-row"
            textValue={[spokenName(entry), entry.number, entry.department].filter((part) => part !== '').join(', ')}
            data-first={entry === entries[0] ? '' : undefined}
          >
            <DirectoryRow entry={entry} query={answer.query} isFirst={entry === entries[0]} reach={reach} />
          </GridListItem>
        )}
      </GridList>
      {answer.more && (
        <p className="hits__more" role="status">
          <TriangleAlert size={16} aria-hidden="true" />
          <span>{t('directory.more')}</span>
        </p>
      )}
    </>
  );
}
