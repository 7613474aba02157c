import { CloudOff, PhoneMissed, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { secondsUntil } from '../format/secondsUntil';
import { useNow } from '../hooks/useNow';
import { useSoundStatus } from '../sound/status';
import { useApp } from '../store/context';
import { OfflineBanner } from './OfflineBanner';
import './banner.css';

/** Says what is wrong while calls cannot be handled here; nothing while all is well. The worst comes first. */
export function Banner() {
  const { t } = useTranslation();
  const link = useApp((state) => state.link);
  const console = useApp((state) => state.console);
  const unheard = useSoundStatus((status) => status.blocked);
  if (link.phase === 'signedOut' || console === null) return null;
  if (link.phase !== 'live') {
    const server = t(`server.${link.server}`);
    return (
      <div className="banner">
        <CloudOff size={16} aria-hidden="true" />
        {link.phase === 'connecting' ? (
          <span>{t('banner.connecting', { server })}</span>
        ) : (
          <Waiting server={server} at={link.retryAt} />
        )}
      </div>
    );
  }
  if (console.service.callControl === 'down') {
    return (
      <div className="banner" role="alert">
        <PhoneMissed size={16} aria-hidden="true" />
        <span>{t('banner.callControlDown')}</span>
      </div>
    );
  }
  if (!console.me.online) return <OfflineBanner console={console} />;
  // Lies over the page: it goes with the next key, and nothing may move then.
  return unheard ? (
    <div className="banner banner--over" role="status">
      <VolumeX size={16} aria-hidden="true" />
      <span>{t('sound.blocked')}</span>
    </div>
  ) : null;
}

function Waiting({ server, at }: { readonly server: string; readonly at: number }) {
  const { t } = useTranslation();
  const seconds = secondsUntil(at, useNow());
  return <span>{t('banner.waiting', { server, seconds })}</span>;
}
