import { CircleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../shell/banner.css';

/** The console goes on without its recording; said until it is dismissed, or recorded again. */
export function StoppedStrip() {
  const { t } = useTranslation();
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <div className="banner">
      <CircleAlert size={16} aria-hidden="true" />
      <span>{t('recordings.stopped')}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('recordings.dismiss')}
        onClick={() => setDismissed(true)}
      >
        <X size={15} aria-hidden="true" />
      </button>
    </div>
  );
}
