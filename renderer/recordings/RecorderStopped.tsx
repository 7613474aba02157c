import { Suspense } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const StoppedStrip = later(async () => (await import('./StoppedStrip')).StoppedStrip);

/** Nothing in it while the session is recorded, or is not meant to be. The region is always there: a screen reader only says what comes into one. */
export function RecorderStopped() {
  const stopped = useApp((state) => state.recorder.status === 'stopped');
  return (
    <div role="status">
      {stopped && (
        <Suspense>
          <StoppedStrip />
        </Suspense>
      )}
    </div>
  );
}
