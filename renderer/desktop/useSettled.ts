import { useEffect, useState } from 'react';

/** Milliseconds in which nobody reads a number and decides. */
const glanceMs = 600;

/** False for a glance after something new is shown: a key that was on its way is not meant for it. */
export function useSettled(shown: object): boolean {
  const [settled, setSettled] = useState<object | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(shown), glanceMs);
    return () => clearTimeout(timer);
  }, [shown]);
  return settled === shown;
}
