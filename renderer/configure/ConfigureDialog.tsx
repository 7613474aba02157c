import { Suspense } from 'react';
import { managerOf } from '../store/selectors';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const ConfigureModal = later(async () => (await import('./ConfigureModal')).ConfigureModal);

/** Configures one manager: fetched when it is first opened. */
export function ConfigureDialog() {
  const tab = useApp(({ overlay }) => (overlay?.kind === 'configure' ? overlay.tab : null));
  const manager = useApp(({ console, overlay }) =>
    console === null || overlay?.kind !== 'configure' ? null : managerOf(console, overlay.managerId),
  );
  if (manager === null || tab === null) return null;
  return (
    <Suspense fallback={null}>
      <ConfigureModal key={manager.managerId} manager={manager} openedTab={tab} />
    </Suspense>
  );
}
