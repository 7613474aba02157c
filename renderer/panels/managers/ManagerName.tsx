import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../../../shared/calls/model';
import { useApp } from '../../store/context';
import { Avatar } from '../../ui/Avatar';

/** Name, number and who serves this manager now. */
export function ManagerName({ manager }: { readonly manager: ManagerView }) {
  const { t } = useTranslation();
  const shared = useApp((state) => state.console?.mode) === 'shared';
  const me = useApp((state) => state.console?.me.userId);
  const active = manager.assistants.find((assistant) => assistant.userId === manager.activeAssistant);
  const server =
    active === undefined
      ? t('manager.nobody')
      : active.userId === me
        ? t('manager.you')
        : t('manager.theirs', { name: active.name.split(' ')[0] ?? active.name });
  return (
    <span className="manager__name" data-mine={active?.userId === me ? '' : undefined}>
      <Avatar name={manager.name} />
      <span className="manager__words">
        <b className="ellipsis">{manager.name}</b>
        <span className="sub ellipsis">{shared ? manager.dn : `${manager.dn} · ${server}`}</span>
      </span>
    </span>
  );
}
