/** Tells the host of an error that nothing in the page has caught. Never throws, and needs no more of the page than its bridge. */
import type { PageProblem } from '../../shared/desktop/pageProblem';
import { makeReference } from '../../shared/desktop/reference';
import { getBridge } from '../bridge';

/** The host paces the log; this spares the way to it. Milliseconds. */
const burst = 20;
const everyMs = 1_000;
let left = burst;
let at = 0;

/** The reference under which it is in the log. */
export function noteProblem(where: PageProblem['where'], thrown: unknown): string {
  const id = makeReference(Math.random);
  const now = performance.now();
  left = Math.min(burst, left + (now - at) / everyMs);
  at = now;
  if (left < 1) return id;
  left -= 1;
  const problem = { id, where, ...wordsOf(thrown) };
  void getBridge()
    .then((bridge) => bridge.request('problem', problem))
    .catch(() => undefined);
  return id;
}

/** Anything can be thrown, also what throws when it is looked at. */
export function wordsOf(thrown: unknown): Pick<PageProblem, 'message' | 'stack'> {
  try {
    if (!(thrown instanceof Error)) return { message: String(thrown).slice(0, 1_000), stack: null };
    const { name, message, stack } = thrown;
    return {
      message: `${name}: ${message}`.slice(0, 1_000),
      stack: stack === undefined ? null : stack.slice(0, 8_000),
    };
  } catch {
    return { message: 'Error', stack: null };
  }
}
