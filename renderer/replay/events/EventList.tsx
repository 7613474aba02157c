/** Every event, one row each, following the playhead: of a million only those in sight are in the document. */
import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { firstAfter } from '../core/player';
import { rowsInSight, windowAround } from '../core/window';
import { useSession, useView } from '../core/context';
import { EventRow, eventRowId } from './EventRow';
import { useRem } from './useRem';

/** As in events.css. */
const rowRem = 2.75;

export function EventList() {
  const { t } = useTranslation();
  const { recording, play } = useSession();
  const at = useView(({ player }) => player.at);
  const found = useView((view) => view.found?.indexes ?? null);
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });
  const rowHeight = rowRem * useRem();
  const [rows, setRows] = useState(() => windowAround({ first: 0, count: 0 }, Math.max(0, at), recording.count));
  const next = windowAround(rows, Math.max(0, at), recording.count);
  if (next !== rows) setRows(next);

  const measure = useCallback(() => {
    if (box.current !== null) setScroll({ top: box.current.scrollTop, height: box.current.clientHeight });
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);
  // The playhead's row stays in the upper part, with what comes next below it.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || at < 0) return;
    const top = (at - next.first) * rowHeight;
    const { scrollTop, clientHeight } = element;
    if (top < scrollTop + rowHeight || top > scrollTop + clientHeight - 3 * rowHeight)
      element.scrollTop = top - clientHeight * 0.4;
    measure();
  }, [at, next, rowHeight, measure]);

  const inSight = rowsInSight(scroll.top, scroll.height, rowHeight, next.count);
  const step = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(scroll.height / rowHeight) - 1);
    const to = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      PageUp: at - page,
      PageDown: at + page,
      Home: 0,
      End: recording.count - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    play({ type: 'pause' });
    play({ type: 'goTo', at: to });
  };
  return (
    <div
      ref={box}
      className="events__list scroll"
      id="replay-events"
      role="listbox"
      aria-label={t('replay.events.list')}
      aria-activedescendant={at < 0 ? undefined : eventRowId(at)}
      tabIndex={0}
      onScroll={measure}
      onKeyDown={step}
    >
      <div className="events__all" role="presentation" style={{ height: next.count * rowHeight }}>
        {Array.from({ length: inSight.count }, (_one, row) => {
          const index = next.first + inSight.first + row;
          return (
            <EventRow
              key={index}
              index={index}
              top={(inSight.first + row) * rowHeight}
              current={index === at}
              past={index <= at}
              found={found !== null && found[firstAfter(found, index) - 1] === index}
              onGo={() => {
                play({ type: 'pause' });
                play({ type: 'goTo', at: index });
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
