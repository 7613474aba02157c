import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/console/history';
import { useDragSource } from '../../dnd/useDragSource';
import { useDropOn } from '../../dnd/useDropOn';
import { formatDuration, isoDuration } from '../../format/duration';
import { shownName } from '../../format/shownName';
import { Highlighted } from '../../ui/Highlighted';
import { PhoneNumber } from '../../ui/PhoneNumber';
import { RowButtons } from '../lists/RowButtons';
import { talkedMs } from './filter';
import { useHistoryFacts } from './HistoryContext';

const icons = { missed: PhoneMissed, answered: PhoneIncoming, placed: PhoneOutgoing } as const;

/** One call that has been: who, how, on whose line, when and how long. */
export function HistoryRow({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation();
  const { query, reach, clock, isNew } = useHistoryFacts();
  const { kind, party, manager } = entry;
  const Icon = icons[kind];
  const talked = talkedMs(entry);
  const known = shownName(party.name);
  const name = known ?? party.number ?? t('call.withheld');
  const drag = useDragSource(
    party.number === null ? null : { kind: 'person', name: known ?? '', number: party.number },
  );
  const drop = useDropOn({ kind: 'person', name, number: party.number ?? '' });
  const time = entry.startedAt;
  return (
    <div
      className={`past past--${kind}`}
      data-new={isNew(entry) ? '' : undefined}
      {...(party.number === null ? {} : drop.props)}
      {...drag}
    >
      <span className="past__icon" aria-hidden="true">
        <Icon size={15} />
      </span>
      <span className="past__name list-text ellipsis" dir={known === null ? undefined : 'auto'} title={name}>
        {known !== null ? (
          <Highlighted text={known} query={query} />
        ) : party.number !== null ? (
          <PhoneNumber number={party.number} />
        ) : (
          t('call.withheld')
        )}
      </span>
      <time className="past__time" dir="auto" dateTime={new Date(time).toISOString()}>
        {clock(time)}
      </time>
      <span className="past__how sub ellipsis">
        <span className="past__kind">{t(`history.kind.${kind}`)}</span>
        {talked === null && kind === 'placed' && <span> · {t('history.unanswered')}</span>}
        {talked !== null && (
          <span>
            {' · '}
            <time dateTime={isoDuration(talked)}>{formatDuration(talked)}</time>
          </span>
        )}
      </span>
      <span className="past__more sub ellipsis">
        {manager !== null && (
          <bdi>
            <Highlighted text={manager} query={query} />
          </bdi>
        )}
        {manager !== null && known !== null && party.number !== null && ' · '}
        {known !== null && party.number !== null && <PhoneNumber number={party.number} />}
      </span>
      <span className="past__actions">
        {party.number !== null && <RowButtons name={name} number={party.number} reach={reach} />}
      </span>
    </div>
  );
}
