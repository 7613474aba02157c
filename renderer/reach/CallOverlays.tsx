import { Suspense } from 'react';
import { useApp } from '../store/context';
import type { Overlay } from '../store/overlay';
import { later } from '../ui/later';

const CallOverlay = later(async () => (await import('./CallOverlay')).CallOverlay, { typedInto: true });

const aboutCalls: ReadonlySet<Overlay['kind']> = new Set(['reach', 'choosePartner', 'keypad', 'redirectTarget']);

/** Whichever of the overlays about a call is open; mounted once, in the main window. */
export function CallOverlays() {
  const overlay = useApp((state) => state.overlay);
  if (overlay === null || !aboutCalls.has(overlay.kind)) return null;
  return (
    <Suspense>
      <CallOverlay overlay={overlay} />
    </Suspense>
  );
}
