/** Whether a row of tabs has too little room for all its words: measured, since every language and text size needs another. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** `panels`: the tabs in order; anew when they change. */
export function useTightTabs(row: RefObject<HTMLElement | null>, panels: readonly string[]): boolean {
  const [tight, setTight] = useState(false);
  const names = panels.join(' ');
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return;
    const measure = (): void => setTight(wordsWidth(element) > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Another language, text size or number of missed calls changes the tabs, not the row.
    for (const word of element.querySelectorAll('.tab, .tab__name')) observer.observe(word);
    measure();
    return () => observer.disconnect();
  }, [row, names]);
  return tight;
}

const space = { sides: 22, between: 6, tabs: 2 } as const;

/** What the tabs would need with all their words, whether these are shown now or not. */
function wordsWidth(row: HTMLElement): number {
  const tabs = [...row.querySelectorAll<HTMLElement>('.tab')];
  const widths = tabs.map((tab) => {
    const word = tab.querySelector<HTMLElement>('.tab__name')?.scrollWidth ?? 0;
    const badge = tab.querySelector<HTMLElement>('.tab__badge')?.offsetWidth ?? 0;
    return space.sides + word + (badge === 0 ? 0 : badge + space.between);
  });
  return widths.reduce((sum, width) => sum + width + space.tabs, -space.tabs);
}
