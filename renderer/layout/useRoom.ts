/** The room there is for the panels, measured; larger text needs more of it. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { useApp } from '../store/context';
import type { Room } from './fit';

/** Bars above and below, before they are measured. */
const barsHeight = 160;
const padding = 24;

export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const textSize = useApp((state) => state.preferences.textSize);
  const [room, setRoom] = useState<Room>(() => ({
    width: window.innerWidth - padding,
    height: window.innerHeight - barsHeight,
  }));
  useLayoutEffect(() => {
    const main = element.current;
    if (main === null) return undefined;
    const measure = (): void => {
      const { width, height } = main.getBoundingClientRect();
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      const next = { width: Math.floor(width / scale), height: Math.floor(height / scale) };
      setRoom((before) => (before.width === next.width && before.height === next.height ? before : next));
    };
    // It measures at once, before anything is painted.
    const observer = new ResizeObserver(measure);
    observer.observe(main);
    return () => observer.disconnect();
  }, [element, textSize]);
  return room;
}
