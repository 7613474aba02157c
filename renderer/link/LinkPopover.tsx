import { Activity } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { Button, Dialog, Heading, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { LinkView } from '../../shared/bridge';
import type { LinkHistory } from '../../shared/connection/linkEntry';
import { useNow } from '../hooks/useNow';
import { LinkText } from '../shell/LinkText';
import { useActions, useApp } from '../store/context';
import { incidentWords, isIncident } from './eventWords';
import { formatMs, formatTime } from './format';
import { awaySince, timelineOf } from './timeline';
import { TimelinePicture } from './TimelinePicture';
import './linkPopover.css';

interface LinkPopoverProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** What the link went through lately: a picture for the eye, the same in words below it. */
export function LinkPopover({ trigger, onClose }: LinkPopoverProps) {
  const { t } = useTranslation();
  const { open } = useActions();
  const link = useApp((state) => state.link);
  const history = useApp((state) => state.linkHistory);
  const [all, setAll] = useState(false);
  const now = useNow();
  const timeline = timelineOf(history, link, all, now);
  const shown = history.filter(({ at }) => at >= timeline.span.from);
  return (
    <Popover
      className="popover linkpop"
      triggerRef={trigger}
      isOpen
      onOpenChange={(stays) => !stays && onClose()}
      placement="top start"
      offset={6}
    >
      <Dialog className="linkpop__dialog scroll">
        <header className="linkpop__head">
          <Heading slot="title" className="linkpop__title">
            {t('linkHistory.title')}
          </Heading>
          <div className="linkpop__spans" role="group" aria-label={t('linkHistory.span')}>
            {[false, true].map((whole) => (
              <button
                key={String(whole)}
                type="button"
                className="linkpop__span"
                aria-pressed={all === whole}
                onClick={() => setAll(whole)}
              >
                {t(whole ? 'linkHistory.all' : 'linkHistory.lately')}
              </button>
            ))}
          </div>
        </header>
        <p className="linkpop__state">
          <LinkText link={link} />
          <span className="linkpop__since">{sinceWords(link, history, t)}</span>
        </p>
        <TimelinePicture timeline={timeline} />
        <Incidents history={shown} />
        <footer className="linkpop__foot">
          <Button
            className="button"
            onPress={() => {
              onClose();
              open({ kind: 'check' });
            }}
          >
            <Activity size={15} aria-hidden="true" />
            {t('command.checkConnection')}
          </Button>
        </footer>
      </Dialog>
    </Popover>
  );
}

/** Since when, and how fast: or since when not. */
function sinceWords(link: LinkView, history: LinkHistory, t: TFunction): string {
  if (link.phase === 'live') {
    const since = t('linkHistory.since', { time: formatTime(link.since) });
    return link.roundTripMs === null
      ? since
      : `${since} · ${t('linkHistory.trip', { time: formatMs(link.roundTripMs) })}`;
  }
  const since = awaySince(history);
  return since === null ? '' : t('linkHistory.awaySince', { time: formatTime(since) });
}

/** Newest first. Round trips as one line: a list of two hundred numbers would hide the one failover. */
function Incidents({ history }: { readonly history: LinkHistory }) {
  const { t } = useTranslation();
  const incidents = history.filter(isIncident).reverse();
  const trips = history.flatMap((entry) => (entry.kind === 'roundTrip' ? [entry.ms] : []));
  return (
    <section aria-label={t('linkHistory.events')}>
      {trips.length > 0 && (
        <p className="linkpop__trips">
          {t('linkHistory.trips', { n: trips.length, worst: formatMs(Math.max(...trips)) })}
        </p>
      )}
      {incidents.length === 0 ? (
        <p className="linkpop__none">{t('linkHistory.nothing')}</p>
      ) : (
        <ol className="linkpop__list scroll" tabIndex={0} aria-label={t('linkHistory.events')}>
          {incidents.map((entry, index) => (
            <li key={incidents.length - index} className="linkpop__event" data-kind={entry.kind}>
              <time dateTime={new Date(entry.at).toISOString()}>{formatTime(entry.at)}</time>
              <span>{incidentWords(entry, t)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
