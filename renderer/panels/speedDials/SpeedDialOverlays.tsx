import { Suspense, useEffect } from 'react';
import { useActions, useApp } from '../../store/context';
import { later } from '../../ui/later';
import { SpeedDialDialog } from './SpeedDialDialog';

const GroupDialog = later(async () => (await import('./GroupDialog')).GroupDialog);
const ImportDialog = later(async () => (await import('./ImportDialog')).ImportDialog);

/** The dialogs of the speed dials. They lie over the panels, not in one: a panel may go behind a tab meanwhile. */
export function SpeedDialOverlays() {
  const { close } = useActions();
  const overlay = useApp((state) => state.overlay);
  if (overlay?.kind === 'speedDial') return <SpeedDialDialog />;
  if (overlay?.kind === 'speedDialGroup') return <NameOfGroup groupId={overlay.groupId} />;
  if (overlay?.kind !== 'importSpeedDials') return null;
  return (
    <Suspense>
      <ImportDialog file={overlay.file} onClose={close} />
    </Suspense>
  );
}

function NameOfGroup({ groupId }: { readonly groupId: string | null }) {
  const { close } = useActions();
  const group = useApp((state) => state.speedDials.groups.find(({ id }) => id === groupId) ?? null);
  const gone = groupId !== null && group === null;
  useEffect(() => {
    if (gone) close();
  }, [gone, close]);
  if (gone) return null;
  return (
    <Suspense>
      <GroupDialog key={groupId} group={group} onClose={close} />
    </Suspense>
  );
}
