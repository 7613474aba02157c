import { ArrowDownToLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import '../shell/banner.css';
import { RestartNow } from './RestartNow';
import './update.css';

interface UpdateStripProps {
  readonly version: string;
  readonly onLater: () => void;
}

export function UpdateStrip({ version, onLater }: UpdateStripProps) {
  const { t } = useTranslation();
  return (
    <div className="banner banner--calm">
      <ArrowDownToLine size={16} aria-hidden="true" />
      <span>{t('update.ready', { version })}</span>
      <RestartNow />
      <button type="button" className="button banner__button" onClick={onLater}>
        {t('update.later')}
      </button>
    </div>
  );
}
