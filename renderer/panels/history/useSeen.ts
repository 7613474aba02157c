import { useEffect, useState, type RefObject } from 'react';
import { useActions, useApp } from '../../store/context';
import { missedCount } from './missedCount';

/** Milliseconds a list is in sight before it counts as looked at. */
const aLook = 1_500;

/** Tells when the missed calls have been looked at: the panel in sight, the window in use. */
export function useSeen(panel: RefObject<HTMLElement | null>): void {
  const { historySeen } = useActions();
  const missed = useApp((state) => missedCount(state.history));
  const looking = useLooking(panel);
  useEffect(() => {
    if (!looking || missed === 0) return undefined;
    const timer = setTimeout(historySeen, aLook);
    return () => clearTimeout(timer);
  }, [looking, missed, historySeen]);
}

/** Is the element on the screen, in a window that has the focus? */
function useLooking(panel: RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(false);
  const [inUse, setInUse] = useState(() => document.hasFocus());
  useEffect(() => {
    const element = panel.current;
    if (element === null) return undefined;
    const watcher = new IntersectionObserver((seen) => setInSight(seen.at(-1)?.isIntersecting === true), {
      threshold: 0.1,
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [panel]);
  useEffect(() => {
    const look = (): void => setInUse(document.hasFocus() && document.visibilityState === 'visible');
    const events = ['focus', 'blur'] as const;
    events.forEach((name) => window.addEventListener(name, look));
    document.addEventListener('visibilitychange', look);
    return () => {
      events.forEach((name) => window.removeEventListener(name, look));
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return inSight && inUse;
}
