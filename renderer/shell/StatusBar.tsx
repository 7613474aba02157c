import { Filter, Hash, Phone, PhoneOff, UserCheck, UserX, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import { LinkButton } from './LinkButton';
import { StatusToggle } from './StatusToggle';
import './statusBar.css';

/** The truth about the link and the service behind it; at its end what can be switched from here. */
export function StatusBar() {
  const { t } = useTranslation();
  const link = useApp((state) => state.link);
  const service = useApp((state) => state.console?.service);
  const mode = useApp((state) => state.console?.mode);
  const online = useApp((state) => state.console?.me.online === true);
  const typed = useApp((state) => state.dialText);
  const canPop = useApp((state) => state.abilities.popToFront);
  const live = link.phase === 'live';
  const controlDown = live && service?.callControl === 'down';
  const filteringDown = service?.filtering === 'down';
  const Presence = online ? UserCheck : UserX;
  const Control = controlDown ? PhoneOff : Phone;
  return (
    <footer className="status">
      <div className="status__facts" role="status" aria-label={t('status.label')} data-link={link.phase}>
        <LinkButton />
        {live && mode === 'proxy' && (
          <span className={online ? undefined : 'status__warn'}>
            <Presence size={13} aria-hidden="true" />
            {t(online ? 'top.online' : 'top.offline')}
          </span>
        )}
        <span className={controlDown ? 'status__bad' : undefined}>
          <Control size={13} aria-hidden="true" />
          {t(!live ? 'status.unknownWhileAway' : controlDown ? 'status.callControlDown' : 'status.callControlUp')}
        </span>
        {live && mode !== 'shared' && (
          <span className={filteringDown ? 'status__bad' : undefined}>
            <Filter size={13} aria-hidden="true" />
            {t(filteringDown ? 'status.filteringDown' : 'status.filteringUp')}
          </span>
        )}
        {mode !== undefined && (
          <span>
            <Workflow size={13} aria-hidden="true" />
            {t(`status.${mode}`)}
          </span>
        )}
      </div>
      <div className="status__end">
        {typed !== '' && (
          <span className="status__typed">
            <Hash size={13} aria-hidden="true" />
            {t('status.typed')} <bdi dir="auto">{typed}</bdi>
          </span>
        )}
        <StatusToggle name="toggleRing" />
        {canPop && <StatusToggle name="togglePopToFront" />}
      </div>
    </footer>
  );
}
