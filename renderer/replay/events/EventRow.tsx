import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/Kbd';
import { useSession } from '../core/context';
import { commandBefore, eventWords } from '../core/eventWords';
import { formatExact } from '../core/times';
import { eventIcons } from './symbols';

interface EventRowProps {
  readonly index: number;
  /** Pixels. */
  readonly top: number;
  readonly current: boolean;
  readonly past: boolean;
  readonly found: boolean;
  readonly onGo: () => void;
}

export function eventRowId(index: number): string {
  return `event-${index}`;
}

export const EventRow = memo(
  Row,
  (a, b) =>
    a.index === b.index && a.top === b.top && a.current === b.current && a.past === b.past && a.found === b.found,
);

function Row({ index, top, current, past, found, onGo }: EventRowProps) {
  const { t } = useTranslation();
  const { recording, facts } = useSession();
  const recorded = recording.event(index);
  const damage = facts.damages.get(index);
  const kind = recording.kindOf(index);
  const Icon = eventIcons[kind];
  const told =
    recorded === null
      ? { tone: 'bad' as const, words: t('replay.events.unreadable'), keys: null, detail: kind }
      : eventWords(recorded.event, t, (id) => commandBefore((one) => recording.event(one), index, id));
  return (
    <div
      id={eventRowId(index)}
      className="event"
      role="option"
      aria-selected={current}
      aria-setsize={recording.count}
      aria-posinset={index + 1}
      data-past={past ? '' : undefined}
      data-found={found ? '' : undefined}
      data-tone={told.tone}
      data-kind={kind}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
    >
      <time className="event__time" dir="ltr">
        {formatExact(recording.wallOf(index))}
      </time>
      <Icon className="event__icon" size={15} aria-hidden="true" />
      <span className="event__text">
        <span className="event__words ellipsis" dir="auto">
          {told.keys !== null && <Kbd keys={told.keys} />} {told.words}
        </span>
        {damage !== undefined ? (
          <span className="event__damage">
            <TriangleAlert size={12} aria-hidden="true" />
            {t('replay.damagedHere', { count: damage.lines })}
          </span>
        ) : (
          <span className="event__detail ellipsis" dir="ltr" title={told.detail}>
            {told.detail}
          </span>
        )}
      </span>
    </div>
  );
}
