import { Braces } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession, useView } from '../core/context';
import { formatMany } from '../core/times';
import { Tip } from '../../ui/Tip';
import { EventList } from './EventList';
import { EventSearch } from './EventSearch';
import { RawEvent } from './RawEvent';
import './events.css';

/** The raw truth beside the panels. */
export function EventsPanel() {
  const { t } = useTranslation();
  const { recording, view } = useSession();
  const raw = useView((state) => state.raw);
  return (
    <section className="events replay-card" aria-labelledby="replay-events-title">
      <header className="panel__head">
        <h2 className="panel__title" id="replay-events-title">
          {t('replay.events.title')}
        </h2>
        <span className="count">
          <span aria-hidden="true">{formatMany(recording.count)}</span>
          <span className="visually-hidden">{t('replay.events.count', { count: recording.count })}</span>
        </span>
        <span className="panel__actions">
          <Tip text={t('replay.events.raw')} keys={['r']}>
            <button
              type="button"
              className="icon-button"
              aria-label={t('replay.events.raw')}
              aria-pressed={raw}
              aria-keyshortcuts="R"
              onClick={() => view.setState({ raw: !raw })}
            >
              <Braces size={16} aria-hidden="true" />
            </button>
          </Tip>
        </span>
      </header>
      <EventSearch />
      <EventList />
      {raw && <RawEvent />}
    </section>
  );
}
