import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';

/** The calls of this assistant: missed, answered, placed; newest first. */
export function HistoryPanel() {
  const { t } = useTranslation();
  return (
    <Panel name="history" title={t('history.panel')}>
      <EmptyState icon={<History size={22} />} title={t('history.empty')} text={t('history.emptyText')} />
    </Panel>
  );
}
