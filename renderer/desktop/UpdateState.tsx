import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { UpdateView } from '../../shared/desktop/update';
import { formatCount } from '../format/count';
import { useActions, useApp } from '../store/context';
import { RestartNow } from './RestartNow';
import './update.css';

/** How this console stands among its versions, and a look for a newer one; nothing where it is never updated by itself. */
export function UpdateState() {
  const { t } = useTranslation();
  const { ask } = useActions();
  const update = useApp((state) => state.update);
  if (update.phase === 'off' && update.why === 'notHere') return null;
  const busy = update.phase === 'checking' || update.phase === 'downloading';
  return (
    <div className="update">
      <p role="status">{words(update, t)}</p>
      {update.phase === 'ready' && <RestartNow />}
      {update.phase !== 'ready' && update.phase !== 'off' && (
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void ask('checkForUpdates', {}).catch(() => undefined);
          }}
        >
          {t('update.checkNow')}
        </button>
      )}
    </div>
  );
}

function words(update: UpdateView, t: TFunction): string {
  switch (update.phase) {
    case 'off':
      return t(update.why === 'administrator' ? 'update.offAdministrator' : 'update.offPreference');
    case 'upToDate':
      return t(update.checkedAt === null ? 'update.notChecked' : 'update.upToDate');
    case 'checking':
      return t('update.checking');
    case 'downloading':
      return t('update.downloading', { version: update.version, percent: formatCount(update.percent) });
    case 'ready':
      return t('update.ready', { version: update.version });
    case 'failed':
      return t(`update.failed.${update.why}`);
  }
}
