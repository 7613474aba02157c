/** How late the event loop is: the one number that says whether this process keeps up. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 20;

export interface LoopDelay {
  /** 99th percentile since the last call, milliseconds above the measuring interval; begins anew. */
  take(): number;
  stop(): void;
}

export function measureLoopDelay(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  return {
    take() {
      // Nothing was measured: the loop was held up all the time, or has just begun.
      const late = histogram.count === 0 ? 0 : histogram.percentile(99) / 1e6 - resolutionMs;
      histogram.reset();
      return Math.max(0, late);
    },
    stop: () => void histogram.disable(),
  };
}
