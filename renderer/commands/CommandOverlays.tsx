import { lazy, Suspense } from 'react';
import { useApp } from '../store/context';

const Palette = lazy(() => import('../palette/Palette').then(({ Palette: component }) => ({ default: component })));
const CheatSheet = lazy(() =>
  import('../shortcuts/CheatSheet').then(({ CheatSheet: component }) => ({ default: component })),
);

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
