/** The recording over time: calls, link, what the assistant did, and marks, with the playhead. It runs from left to right in every language. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useView } from '../core/context';
import { moved, zoomed } from '../core/zoom';
import { CallsLane } from './CallsLane';
import { LinkLane } from './LinkLane';
import { IntentsLane, MarksLane } from './SignLanes';
import { Playhead } from './Playhead';
import { Ticks } from './Ticks';
import './timeline.css';

/** Of one notch of the wheel. */
const wheelZoom = 1.25;

export function Timeline() {
  const { t } = useTranslation();
  const { facts, play, view } = useSession();
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);
  const span = useView((state) => state.span);
  const timeAt = useCallback(
    (clientX: number): number => {
      const box = area.current?.getBoundingClientRect();
      if (box === undefined || box.width === 0) return span.from;
      const share = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
      return span.from + share * (span.to - span.from);
    },
    [span],
  );

  // React's own wheel listeners can't keep the page from zooming.
  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      const { span: shown } = view.getState();
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        const factor = event.deltaY > 0 ? wheelZoom : 1 / wheelZoom;
        view.setState({ span: zoomed(shown, facts.all, factor, timeAt(event.clientX)) });
        return;
      }
      const by = (event.deltaX === 0 ? event.deltaY : event.deltaX) / Math.max(1, element.clientWidth);
      view.setState({ span: moved(shown, facts.all, by * (shown.to - shown.from)) });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [view, facts, timeAt]);

  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button') !== null)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    play({ type: 'seek', time: timeAt(event.clientX) });
  };
  return (
    <div className="timeline" role="group" aria-label={t('replay.lane.timeline')} dir="ltr">
      <div className="timeline__names" aria-hidden="true">
        {(['calls', 'link', 'assistant', 'marks'] as const).map((lane) => (
          <span
            key={lane}
            className={`timeline__name timeline__name--${lane}`}
            dir="auto"
            style={lane === 'calls' ? { height: callsHeight(facts.calls.rows) } : undefined}
          >
            {t(`replay.lane.${lane}`)}
          </span>
        ))}
      </div>
      <div
        ref={area}
        className="timeline__area"
        onPointerDown={scrub}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId))
            play({ type: 'seek', time: timeAt(event.clientX) });
        }}
      >
        <CallsLane width={width} height={callsHeight(facts.calls.rows)} />
        <LinkLane width={width} />
        <IntentsLane width={width} />
        <MarksLane width={width} />
        <Ticks width={width} />
        <Playhead />
      </div>
    </div>
  );
}

/** Pixels: with several calls at once the rows get lower, and the lane a little higher. */
function callsHeight(rows: number): number {
  return rows <= 1 ? 26 : rows === 2 ? 36 : 14 * rows + 8;
}

function useWidth(box: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1_000);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(1, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
