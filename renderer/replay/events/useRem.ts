import { useSyncExternalStore } from 'react';

/** Pixels of the letters' size, for lists that count their rows: 16, unless the person wants larger ones. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, remNow);
}

function remNow(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-text'] });
  window.addEventListener('resize', listener);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', listener);
  };
}
