import { Suspense } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const StoppedStrip = later(async () => (await import('./StoppedStrip')).StoppedStrip);

/** Nothing while the session is recorded, or is not meant to be. */
export function RecorderStopped() {
  const stopped = useApp((state) => state.recorder.status === 'stopped');
  return (
    stopped && (
      <Suspense>
        <StoppedStrip />
      </Suspense>
    )
  );
}
