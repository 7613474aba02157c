import { useTranslation } from 'react-i18next';
import type { ExportWish } from '../../shared/session/library';
import { Frame } from './Frame';
import { ExportView } from './ExportView';

/** *Export for support*, *Save the last 10 minutes*. */
export function ExportDialog({ wish }: { readonly wish: ExportWish }) {
  const { t } = useTranslation();
  return (
    <Frame title={t(wish.kind === 'lastMinutes' ? 'command.saveLastMinutes' : 'recordings.exportTitle')}>
      <ExportView wish={wish} />
    </Frame>
  );
}
