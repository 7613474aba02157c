import { UsersRound } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../store/context';
import { useContextMenu } from '../../ui/ContextMenu';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { ManagerCards } from './ManagerCards';
import { ManagersTable } from './ManagersTable';
import { useManagerMenu } from './useManagerMenu';
import { useTier } from './useTier';
import './managers.css';
import './managerCards.css';

/** A row a manager. Monitoring and features only: the calls themselves are handled in My calls. */
export function ManagersPanel() {
  const { t } = useTranslation();
  const count = useApp((state) => state.console?.managers.length ?? 0);
  const mode = useApp((state) => state.console?.mode ?? 'proxy');
  const box = useRef<HTMLDivElement>(null);
  const tier = useTier(box, mode);
  const { handlers, menu } = useContextMenu(useManagerMenu(), t('manager.menu'));
  return (
    <Panel
      name="managers"
      title={t('manager.panel')}
      count={{ value: count, label: t('manager.count', { count }) }}
      facts
    >
      <div className="managers scroll" ref={box} data-tier={tier} data-mode={mode} {...handlers}>
        {count === 0 ? (
          <EmptyState icon={<UsersRound size={22} />} title={t('manager.none')} text={t('manager.noneText')} />
        ) : tier === 'cards' ? (
          <ManagerCards mode={mode} />
        ) : (
          <ManagersTable tier={tier} mode={mode} />
        )}
      </div>
      {menu}
    </Panel>
  );
}
