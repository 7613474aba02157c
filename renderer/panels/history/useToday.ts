import { useEffect, useState } from 'react';

/** Milliseconds; midnight is noticed so soon after it. */
const often = 60_000;

/** A moment of today: changes with the date and not with every second, so that the list is not made anew all day. */
export function useToday(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const next = Date.now();
      setNow((before) => (new Date(before).toDateString() === new Date(next).toDateString() ? before : next));
    }, often);
    return () => clearInterval(timer);
  }, []);
  return now;
}
