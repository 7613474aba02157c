import { Suspense, useEffect } from 'react';
import { useActions, useApp } from '../../store/context';
import { later } from '../../ui/later';

const SpeedDialModal = later(async () => (await import('./SpeedDialModal')).SpeedDialModal);

/** A new speed dial, or the change of one. Lies over the panels wherever it was asked for. */
export function SpeedDialDialog() {
  const { close } = useActions();
  const overlay = useApp((state) => (state.overlay?.kind === 'speedDial' ? state.overlay : null));
  const entries = useApp((state) => state.speedDials.entries);
  const entry = overlay === null ? null : (entries.find(({ id }) => id === overlay.entryId) ?? null);
  const gone = overlay !== null && overlay.entryId !== null && entry === null;
  useEffect(() => {
    if (gone) close();
  }, [gone, close]);
  if (overlay === null || gone) return null;
  return (
    <Suspense>
      <SpeedDialModal
        key={JSON.stringify(overlay)}
        entry={entry}
        given={entry ?? { name: overlay.name, number: overlay.number, notes: '', groupId: overlay.groupId ?? null }}
        onClose={close}
      />
    </Suspense>
  );
}
