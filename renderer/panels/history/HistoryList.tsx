import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/console/history';
import { formatDuration } from '../../format/duration';
import { shownName } from '../../format/shownName';
import { useRowLayout } from '../../ui/useRowLayout';
import type { Day } from './days';
import { rowKey, talkedMs } from './filter';
import { useHistoryFacts } from './HistoryContext';
import { HistoryRow } from './HistoryRow';

const estimates = { estimatedRowSize: 48, estimatedHeadingSize: 30 };

/** The calls under the names of their days; only what is in sight is drawn. Enter or a double click calls back. */
export function HistoryList({ days }: { readonly days: readonly Day[] }) {
  const { t } = useTranslation();
  const { reach, clock } = useHistoryFacts();
  const layoutOptions = useRowLayout(estimates);
  const spoken = (entry: HistoryEntry): string => {
    const talked = talkedMs(entry);
    return [
      t(`history.kind.${entry.kind}`),
      shownName(entry.party.name) ?? t('call.withheld'),
      entry.party.number,
      entry.manager,
      clock(entry.startedAt),
      talked === null ? null : formatDuration(talked),
    ]
      .filter((part) => part !== null)
      .join(', ');
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <GridList
        className="past-list scroll"
        aria-label={t('history.list')}
        items={days}
        selectionMode="single"
        selectionBehavior="replace"
      >
        {(day) => (
          <GridListSection id={day.id}>
            <GridListHeader className="past-day">{day.name}</GridListHeader>
            <Collection items={day.entries.map((entry) => ({ id: rowKey(entry), entry }))}>
              {({ id, entry }) => (
                <GridListItem
                  id={id}
                  className="list-row"
                  textValue={spoken(entry)}
                  onAction={() => entry.party.number !== null && reach.call(entry.party.number)}
                >
                  <HistoryRow entry={entry} />
                </GridListItem>
              )}
            </Collection>
          </GridListSection>
        )}
      </GridList>
    </Virtualizer>
  );
}
