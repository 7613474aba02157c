import { Suspense, useState } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const UpdateStrip = later(async () => (await import('./UpdateStrip')).UpdateStrip);

/** Says when a newer version is ready; whoever presses Later finds it under About. The region is always there, as a screen reader needs it. */
export function UpdateReady() {
  const version = useApp(({ update }) => (update.phase === 'ready' ? update.version : null));
  const [notNow, setNotNow] = useState<string | null>(null);
  return (
    <div role="status">
      {version !== null && version !== notNow && (
        <Suspense>
          <UpdateStrip version={version} onLater={() => setNotNow(version)} />
        </Suspense>
      )}
    </div>
  );
}
