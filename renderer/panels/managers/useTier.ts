import { useLayoutEffect, useState, type RefObject } from 'react';
import type { LineMode } from '../../../shared/calls/model';
import { tierFor, type Tier } from './columns';

/** Follows the width of `box`, measured in the letters' size. */
export function useTier(box: RefObject<HTMLElement | null>, mode: LineMode): Tier {
  const [tier, setTier] = useState<Tier>('compact');
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      // A panel behind another tab has no width: it keeps what it had.
      if (element.clientWidth > 0) setTier(tierFor(element.clientWidth / rem, mode));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, mode]);
  return tier;
}
