/**
 * Pushes on their way to the screen. The first one of a quiet moment goes at once; what follows within a frame is taken together, so that
 * five hundred calls cost a few paintings instead of five hundred.
 */
import type { BridgePush } from '../../shared/bridge';

export interface Pace {
  /** Milliseconds, of any origin. */
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => void;
}

/** Milliseconds: one frame. */
const frame = 16;

export const livePace: Pace = {
  now: () => performance.now(),
  // Not an animation frame: those stop while the window is hidden, and a hidden window has to ring too.
  later: (run, ms) => void setTimeout(run, ms),
};

export function inBatches(
  apply: (pushes: readonly BridgePush[]) => void,
  { now, later }: Pace,
): (push: BridgePush) => void {
  let waiting: BridgePush[] = [];
  let applied = -Infinity;
  let planned = false;
  const flush = (): void => {
    const pushes = merged(waiting);
    waiting = [];
    planned = false;
    apply(pushes);
    // Measured afterwards: when painting takes long, the next batch only gets larger.
    applied = now();
  };
  return (push) => {
    waiting.push(push);
    if (planned) return;
    const quiet = now() - applied;
    if (quiet >= frame) flush();
    else {
      planned = true;
      later(flush, frame - quiet);
    }
  };
}

/** Events that follow each other are one push: then they are also told as one. */
export function merged(pushes: readonly BridgePush[]): BridgePush[] {
  const result: BridgePush[] = [];
  for (const push of pushes) {
    const last = result.at(-1);
    if (push.kind === 'events' && last?.kind === 'events') {
      result[result.length - 1] = { ...push, events: [...last.events, ...push.events] };
    } else result.push(push);
  }
  return result;
}
