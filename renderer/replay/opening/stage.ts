/** How far the page is with a recording. */
import type { ReplaySession } from '../core/session';
import type { OpenProblem } from './read';

export type Stage =
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'opening';
      readonly name: string;
      readonly step: 'reading' | 'indexing';
      readonly done: number | null;
    }
  | { readonly kind: 'failed'; readonly problem: OpenProblem; readonly name: string | null }
  /** `number`: another one each time, also for the same file opened again. */
  | { readonly kind: 'open'; readonly session: ReplaySession; readonly number: number };
