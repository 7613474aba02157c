/** Where the replay stands; a slider for the keyboard, whose arrows step from event to event like everywhere. */
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useView } from '../core/context';
import { formatExact, formatMany } from '../core/times';
import { wallAt } from '../core/wallClock';
import { playheadId } from '../transport/deeds';

export function Playhead() {
  const { t } = useTranslation();
  const { recording, facts, play } = useSession();
  const time = useView(({ player }) => player.time);
  const at = useView(({ player }) => player.at);
  const { from, to } = useView((state) => state.span);
  const exact = formatExact(wallAt(recording, time));
  const share = (time - from) / Math.max(1, to - from);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const tenth = (facts.all.to - facts.all.from) / 10;
    switch (event.key) {
      case 'PageUp':
      case 'PageDown':
        play({ type: 'seekBy', ms: event.key === 'PageUp' ? tenth : -tenth });
        break;
      case 'ArrowUp':
      case 'ArrowDown':
        play({ type: 'stepEvent', by: event.key === 'ArrowUp' ? 1 : -1 });
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <div
      id={playheadId}
      className="playhead"
      role="slider"
      tabIndex={0}
      aria-label={t('replay.lane.position')}
      aria-orientation="horizontal"
      aria-valuemin={Math.round(facts.all.from)}
      aria-valuemax={Math.round(facts.all.to)}
      aria-valuenow={Math.round(time)}
      aria-valuetext={t('replay.lane.valueText', { time: exact, at: formatMany(at + 1), count: recording.count })}
      data-end={share > 0.85 ? '' : undefined}
      hidden={share < 0 || share > 1}
      style={{ left: `${share * 100}%` }}
      onKeyDown={onKeyDown}
    >
      <span className="playhead__time" aria-hidden="true">
        {exact}
      </span>
    </div>
  );
}
