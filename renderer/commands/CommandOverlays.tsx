import { Suspense } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const Palette = later(async () => (await import('../palette/Palette')).Palette, { typedInto: true });
const CheatSheet = later(async () => (await import('../shortcuts/CheatSheet')).CheatSheet);

/** What the commands themselves lay over the panels; fetched when it is opened first. */
export function CommandOverlays() {
  const kind = useApp((state) => state.overlay?.kind);
  return (
    <Suspense fallback={null}>
      {kind === 'palette' && <Palette />}
      {kind === 'cheatSheet' && <CheatSheet />}
    </Suspense>
  );
}
