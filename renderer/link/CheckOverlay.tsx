import { Suspense } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const CheckDialog = later(async () => (await import('./CheckDialog')).CheckDialog);

/** *Check connection* lies over the login screen as over the panels: who cannot sign in needs it most. */
export function CheckOverlay() {
  const isOpen = useApp(({ overlay }) => overlay?.kind === 'check');
  return (
    isOpen && (
      <Suspense>
        <CheckDialog />
      </Suspense>
    )
  );
}
