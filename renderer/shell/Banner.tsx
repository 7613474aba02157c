import { CloudOff, PhoneMissed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../hooks/useNow';
import { useApp } from '../store/context';
import { secondsUntil } from '../format/secondsUntil';
import './banner.css';

/** Says what is wrong while calls cannot be handled here; nothing while all is well. */
export function Banner() {
  const { t } = useTranslation();
  const link = useApp((state) => state.link);
  const controlDown = useApp((state) => state.console?.service.callControl === 'down');
  if (link.phase === 'live') {
    return controlDown ? (
      <div className="banner" role="alert">
        <PhoneMissed size={16} aria-hidden="true" />
        {t('banner.callControlDown')}
      </div>
    ) : null;
  }
  if (link.phase === 'signedOut') return null;
  const server = t(`server.${link.server}`);
  return (
    <div className="banner">
      <CloudOff size={16} aria-hidden="true" />
      {link.phase === 'connecting' ? t('banner.connecting', { server }) : <Waiting server={server} at={link.retryAt} />}
    </div>
  );
}

function Waiting({ server, at }: { readonly server: string; readonly at: number }) {
  const { t } = useTranslation();
  const seconds = secondsUntil(at, useNow());
  return <span>{t('banner.waiting', { server, seconds })}</span>;
}
