import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../../shared/ids';
import { useApp } from '../../store/context';
import { Avatar } from '../../ui/Avatar';
import { useManager } from './useManager';

interface ManagerNameProps {
  readonly managerId: UserId;
  /** The number has a column of its own. */
  readonly withoutNumber?: boolean;
}

/** Name, number, who serves this manager now, and whether a message waits. */
export function ManagerName({ managerId, withoutNumber = false }: ManagerNameProps) {
  const { t } = useTranslation();
  const manager = useManager(managerId);
  const shared = useApp((state) => state.console?.mode) === 'shared';
  const me = useApp((state) => state.console?.me.userId);
  if (manager === null) return null;
  const active = manager.assistants.find((assistant) => assistant.userId === manager.activeAssistant);
  const expects = active === undefined ? 'nobody' : active.userId === me ? 'me' : 'other';
  const server =
    expects === 'me'
      ? t('manager.you')
      : active === undefined
        ? t('manager.nobody')
        : t('manager.theirs', { name: active.name.split(/\s+/)[0] ?? active.name });
  const sub = shared ? (withoutNumber ? null : manager.dn) : withoutNumber ? server : null;
  return (
    <span className="manager__name" data-expects={shared ? undefined : expects}>
      <Avatar name={manager.name} />
      <span className="manager__words">
        <b className="ellipsis" dir="auto" title={manager.name}>
          {manager.name}
        </b>
        <span className="sub manager__sub">
          <span className="ellipsis">
            {sub ?? (shared ? '' : t('manager.served', { dn: manager.dn, who: server }))}
          </span>
          {manager.messageWaiting && (
            <span className="manager__mail" title={t('manager.messages')}>
              <Mail size={12} aria-hidden="true" />
              <span className="visually-hidden">{t('manager.messages')}</span>
            </span>
          )}
        </span>
      </span>
    </span>
  );
}
