import { CornerDownLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { useDragSource } from '../../dnd/useDragSource';
import { useDropOn } from '../../dnd/useDropOn';
import { spokenName } from '../../format/person';
import { Highlighted } from '../../ui/Highlighted';
import { PhoneNumber } from '../../ui/PhoneNumber';
import { RowButtons } from '../lists/RowButtons';
import type { Reach } from '../lists/useReach';

interface DirectoryRowProps {
  readonly entry: DirectoryEntry;
  readonly query: string;
  readonly isFirst: boolean;
  readonly reach: Reach;
}

/** One person: a card where it is narrow, a line with columns where it is wide. A call dropped on it is transferred. */
export function DirectoryRow({ entry, query, isFirst, reach }: DirectoryRowProps) {
  const { t } = useTranslation();
  const { firstName, lastName, number, department } = entry;
  const name = spokenName(entry);
  const drag = useDragSource({ kind: 'person', name, number });
  const drop = useDropOn({ kind: 'person', name, number });
  return (
    <div className="hit" {...drop.props} {...drag}>
      <span className="hit__name list-text ellipsis" dir="auto" title={name}>
        <span className="hit__last ellipsis">
          <Highlighted text={lastName} query={query} />
        </span>
        {lastName !== '' && firstName !== '' && <span className="hit__comma">, </span>}
        <span className="hit__first ellipsis">
          <Highlighted text={firstName} query={query} />
        </span>
      </span>
      <PhoneNumber number={number} className="hit__number ellipsis" />
      <span
        className="hit__department list-text sub ellipsis"
        dir="auto"
        title={department === '' ? undefined : department}
      >
        {department}
      </span>
      <span className="hit__actions">
        {isFirst && (
          <span className="hit__enter kbd" aria-hidden="true">
            <CornerDownLeft size={11} className="mirrored" /> {t('directory.call').toLocaleLowerCase()}
          </span>
        )}
        <RowButtons name={name} number={number} reach={reach} />
      </span>
    </div>
  );
}
