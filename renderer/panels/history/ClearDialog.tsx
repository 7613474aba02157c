import { Suspense } from 'react';
import { useApp } from '../../store/context';
import { later } from '../../ui/later';

const ClearModal = later(async () => (await import('./ClearModal')).ClearModal);

/** The question before the history is emptied, while it is asked. */
export function ClearDialog() {
  const isOpen = useApp((state) => state.overlay?.kind === 'clearHistory');
  if (!isOpen) return null;
  return (
    <Suspense>
      <ClearModal />
    </Suspense>
  );
}
