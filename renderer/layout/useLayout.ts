/** The layout in force: at once what this window has just made of it, while the host is still writing it down. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { repaired } from '../../shared/console/panels';
import type { Layout } from '../../shared/console/layout';
import { useActions, useApp } from '../store/context';

interface Draft {
  readonly layout: Layout;
  /** What the host may still say before it says this: the layout before, and drafts that were sent and overtaken. */
  readonly older: readonly string[];
}

/** Milliseconds without another change before it is saved: an arrow key held down is one change. */
const calm = 250;

export function useLayout(): readonly [layout: Layout, change: (next: Layout, when: 'now' | 'calm') => void] {
  const { saveLayout } = useActions();
  const stored = useApp((state) => state.layout);
  const [draft, setDraft] = useState<Draft | null>(null);
  const written = JSON.stringify(stored);
  // Written down, or overtaken by somebody else (a command, another window): the host has the word again.
  const over = draft !== null && !draft.older.includes(written);
  if (over) setDraft(null);
  const layout = draft === null || over ? stored : draft.layout;

  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void } | null>(null);
  const flush = useCallback(() => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current.timer);
    waiting.current.save();
    waiting.current = null;
  }, []);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const change = (next: Layout, when: 'now' | 'calm'): void => {
    if (JSON.stringify(next) === JSON.stringify(layout)) return;
    const older = draft === null ? [written] : [...draft.older, JSON.stringify(draft.layout)];
    setDraft({ layout: next, older });
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = { timer: setTimeout(flush, when === 'now' ? 0 : calm), save: () => saveLayout(next) };
    if (when === 'now') flush();
  };
  return [repaired(layout), change];
}
