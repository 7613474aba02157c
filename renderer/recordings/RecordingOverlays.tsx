import { Suspense } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const Recordings = later(async () => (await import('./RecordingsDialog')).RecordingsDialog);
const Export = later(async () => (await import('./ExportDialog')).ExportDialog);
const Report = later(async () => (await import('./ReportDialog')).ReportDialog);

/** Over the login screen as over the panels: a session that cannot begin is worth a report, too. */
export function RecordingOverlays() {
  const overlay = useApp((state) => state.overlay);
  if (overlay?.kind !== 'recordings' && overlay?.kind !== 'export' && overlay?.kind !== 'report') return null;
  return (
    <Suspense>
      {overlay.kind === 'recordings' && <Recordings />}
      {overlay.kind === 'export' && <Export wish={overlay.wish} />}
      {overlay.kind === 'report' && <Report />}
    </Suspense>
  );
}
