/** Long work in short pieces: calls are routed in between. */
import { setImmediate as othersFirst } from 'node:timers/promises';

/** Milliseconds of work at a time. */
const piece = 4;

/** Runs a generator to its end; it yields where it may be interrupted. Stops with null when told to. */
export async function inSlices<T>(work: Generator<void, T>, stopped: () => boolean): Promise<T | null> {
  for (let until = performance.now() + piece; ;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await othersFirst();
    if (stopped()) return null;
    until = performance.now() + piece;
  }
}
