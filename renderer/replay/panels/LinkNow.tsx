/** How the link was at this moment, while it was not live: over the panels, where the console says it too. */
import { CloudOff, PhoneMissed, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { secondsUntil } from '../../format/secondsUntil';
import { useNow } from '../../hooks/useNow';
import { useApp } from '../../store/context';

export function LinkNow() {
  const { t } = useTranslation();
  const link = useApp((state) => state.link);
  const callControl = useApp((state) => state.console?.service.callControl ?? null);
  const online = useApp((state) => state.console?.me.online ?? true);
  const now = useNow();
  switch (link.phase) {
    case 'signedOut':
      return null;
    case 'connecting':
      return (
        <p className="scene__link" data-link="connecting">
          <CloudOff size={15} aria-hidden="true" />
          {t('banner.connecting', { server: t(`server.${link.server}`) })}
        </p>
      );
    case 'waiting':
      return (
        <p className="scene__link" data-link="waiting">
          <CloudOff size={15} aria-hidden="true" />
          {t('banner.waiting', { server: t(`server.${link.server}`), seconds: secondsUntil(link.retryAt, now) })}
        </p>
      );
    case 'live':
      if (callControl === 'down')
        return (
          <p className="scene__link">
            <PhoneMissed size={15} aria-hidden="true" />
            {t('banner.callControlDown')}
          </p>
        );
      return online ? null : (
        <p className="scene__link">
          <UserX size={15} aria-hidden="true" />
          {t('call.offline')}
        </p>
      );
  }
}
