import { useEffect } from 'react';
import { useActions } from '../../store/context';

/** Milliseconds after the last letter: what is found is said once, not at every letter. */
const pause = 500;

export function useSaidCount(words: string | null): void {
  const { announce } = useActions();
  useEffect(() => {
    if (words === null) return undefined;
    const timer = setTimeout(() => announce(words), pause);
    return () => clearTimeout(timer);
  }, [words, announce]);
}
