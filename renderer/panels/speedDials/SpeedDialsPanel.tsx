import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';

/** Numbers at hand, in groups of the assistant's own making. */
export function SpeedDialsPanel() {
  const { t } = useTranslation();
  return (
    <Panel name="speedDials" title={t('speedDial.panel')}>
      <EmptyState icon={<Star size={22} />} title={t('speedDial.empty')} text={t('speedDial.emptyText')} />
    </Panel>
  );
}
