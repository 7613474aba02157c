import { Check, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';

/** The link at a glance; the status bar tells the rest. */
export function LinkPill() {
  const { t } = useTranslation();
  const link = useApp((state) => state.link);
  if (link.phase !== 'live') {
    return (
      <span className="pill pill--lost">
        <LoaderCircle className="pill__spin" size={15} aria-hidden="true" />
        {t('link.reconnecting')}
      </span>
    );
  }
  const server = t(`serverTitle.${link.server}`);
  return (
    <span className={`pill pill--${link.server}`}>
      <Check size={15} aria-hidden="true" />
      {link.roundTripMs === null
        ? t('link.liveNoTime', { server })
        : t('link.live', { server, ms: Math.max(1, Math.round(link.roundTripMs)) })}
    </span>
  );
}
