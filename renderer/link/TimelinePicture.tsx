import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAway, formatTime } from './format';
import type { Lane, Timeline } from './timeline';

const width = 600;
/** Round trips stand on this line, misses in the middle above it. */
const ground = 70;
const lane = { top: 80, height: 18 } as const;

/** For the eye; the list below it says the same in words. Time runs in the direction of reading. */
export function TimelinePicture({ timeline }: { readonly timeline: Timeline }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const mirrored = i18n.dir() === 'rtl';
  const { span, periods, trips, misses, failovers } = timeline;
  const fill = (kind: Lane) => (kind === 'primary' ? undefined : `url(#${id}-${kind})`);
  return (
    <figure className="line" aria-hidden="true">
      <svg className="line__picture" viewBox={`0 0 ${width} 102`} preserveAspectRatio="none" focusable="false">
        <defs>
          <pattern id={`${id}-backup`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="line__backupGround" width="8" height="8" />
            <rect className="line__backupStripe" width="3" height="8" />
          </pattern>
          <pattern id={`${id}-away`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect className="line__awayGround" width="6" height="6" />
            <circle className="line__awayDot" cx="3" cy="3" r="1.4" />
          </pattern>
        </defs>
        <g transform={mirrored ? `translate(${width} 0) scale(-1 1)` : undefined}>
          <line className="line__ground" x1="0" x2={width} y1={ground} y2={ground} />
          {periods.map((period) => (
            <rect
              key={period.from}
              className={`line__lane line__lane--${period.lane}`}
              fill={fill(period.lane)}
              x={period.from * width}
              y={lane.top}
              width={Math.max(2, (period.to - period.from) * width)}
              height={lane.height}
            />
          ))}
          {trips.map(({ at, height }) => {
            const tall = Math.max(2, height * (ground - 6));
            return (
              <rect key={at} className="line__trip" x={at * width - 1} y={ground - tall} width="2" height={tall} />
            );
          })}
          {misses.map((at) => (
            <path key={at} className="line__miss" d={`M${at * width - 5} 30l10 10m0 -10l-10 10`} />
          ))}
          {failovers.map(({ at }) => (
            <g key={at}>
              <line className="line__failover" x1={at * width} x2={at * width} y1="8" y2={lane.top + lane.height} />
              <path className="line__failoverHead" d={`M${at * width} 0l6 7l-6 7l-6 -7z`} />
            </g>
          ))}
        </g>
      </svg>
      <figcaption className="line__axis">
        <span>{formatTime(span.from)}</span>
        {failovers.length === 1 && failovers[0] !== undefined && (
          <span className="line__away">{t('linkHistory.awayFor', { time: formatAway(failovers[0].awayMs) })}</span>
        )}
        <span>{t('linkHistory.now')}</span>
      </figcaption>
      <ul className="line__key">
        {(['primary', 'backup', 'away'] as const).map((kind) => (
          <li key={kind}>
            <svg width="18" height="10" focusable="false">
              <rect className={`line__lane line__lane--${kind}`} fill={fill(kind)} width="18" height="10" />
            </svg>
            {t(kind === 'away' ? 'linkHistory.away' : `serverTitle.${kind}`)}
          </li>
        ))}
        <li>
          <svg width="10" height="10" focusable="false">
            <rect className="line__trip" x="4" y="0" width="2" height="10" />
          </svg>
          {t('linkHistory.keyTrip')}
        </li>
        <li>
          <svg width="10" height="10" focusable="false">
            <path className="line__miss" d="M1 1l8 8m0 -8l-8 8" />
          </svg>
          {t('linkHistory.keyMissed')}
        </li>
        <li>
          <svg width="12" height="14" focusable="false">
            <path className="line__failoverHead" d="M6 0l6 7l-6 7l-6 -7z" />
          </svg>
          {t('linkHistory.keyBack')}
        </li>
      </ul>
    </figure>
  );
}
