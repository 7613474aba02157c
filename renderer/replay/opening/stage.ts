/** How far the page is with a recording. */
import type { ReplaySession } from '../core/session';
import type { OpenProblem } from './read';

interface Opening {
  readonly kind: 'opening';
  readonly name: string;
  readonly step: 'reading' | 'indexing';
  readonly done: number | null;
}

interface Failed {
  readonly kind: 'failed';
  readonly problem: OpenProblem;
  readonly name: string | null;
}

interface Open {
  readonly kind: 'open';
  readonly session: ReplaySession;
  /** Another one each time, also for the same file opened again. */
  readonly number: number;
}

/** What the opener tells. */
export type Stage = { readonly kind: 'choose' } | Opening | Failed | Open;

/** A file that was dropped on a recording: how far it is, or why it can't be opened. */
export type Other = Opening | Failed;

/** What the page shows. */
export type Shown = Exclude<Stage, Open> | (Open & { readonly other: Other | null });

/** An open recording stays until another one is there: whoever drops the wrong file has lost nothing. */
export function shownAfter(before: Shown, next: Stage): Shown {
  if (next.kind === 'open') return { ...next, other: null };
  return before.kind === 'open' && next.kind !== 'choose' ? { ...before, other: next } : next;
}
