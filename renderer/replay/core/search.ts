/** Finds events by text and by kind, in portions: a million lines are no reason to stand still. */
import type { EventKind } from '../../../shared/session/format';
import type { Recording } from '../../../shared/session/recording';
import { firstAfter } from './player';

export interface Query {
  readonly text: string;
  readonly kind: EventKind | null;
}

/** Events looked at without a pause. */
const portion = 20_000;

/**
 * Tells `onFound` after each portion all that was found so far, ascending; ends early once `breathe` says that nobody waits for it any more.
 */
export async function searchEvents(
  recording: Pick<Recording, 'count' | 'find' | 'kindOf'>,
  { text, kind }: Query,
  breathe: () => Promise<boolean>,
  onFound: (found: readonly number[], done: boolean) => void,
): Promise<void> {
  const found: number[] = [];
  for (let from = 0; from < recording.count; from += portion) {
    const to = Math.min(recording.count, from + portion);
    const inText = text === '' ? range(from, to) : recording.find(text, from, to);
    for (const index of inText) if (kind === null || recording.kindOf(index) === kind) found.push(index);
    onFound([...found], to === recording.count);
    if (to < recording.count && !(await breathe())) return;
  }
  if (recording.count === 0) onFound([], true);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_one, step) => from + step);
}

/** The next one from here, the first again after the last; null where there is none. */
export function nextFound(found: readonly number[], at: number, by: 1 | -1): number | null {
  const after = firstAfter(found, at);
  const next = by === 1 ? found[after] : found[found[after - 1] === at ? after - 2 : after - 1];
  return next ?? (by === 1 ? found[0] : found.at(-1)) ?? null;
}
