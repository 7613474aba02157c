import { BookUser, TriangleAlert, UserRoundX } from 'lucide-react';
import { GridList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import type { DirectoryAnswer } from '../../hooks/useDirectory';
import { EmptyState } from '../../ui/EmptyState';
import { DirectoryRow } from './DirectoryRow';

interface DirectoryResultsProps {
  readonly answer: DirectoryAnswer;
  readonly onCall: (entry: DirectoryEntry) => void;
  readonly callReason: string | null;
}

export function DirectoryResults({ answer, onCall, callReason }: DirectoryResultsProps) {
  const { t } = useTranslation();
  if (answer.kind !== 'found') {
    return <EmptyState icon={<BookUser size={22} />} title={t('directory.empty')} text={t('directory.emptyText')} />;
  }
  if (answer.entries.length === 0) {
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
      <GridList
        className="hits scroll"
        aria-label={t('directory.hits')}
        items={answer.entries}
        dependencies={[answer.query, callReason]}
        selectionMode="single"
        selectionBehavior="replace"
        onAction={(key) => {
          const entry = answer.entries.find(({ id }) => id === key);
          if (entry) onCall(entry);
        }}
      >
        {(entry) => (
          <DirectoryRow
            entry={entry}
            query={answer.query}
            isFirst={entry === answer.entries[0]}
            onCall={onCall}
            callReason={callReason}
          />
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
