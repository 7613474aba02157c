import { UserX } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleState } from '../../shared/calls/model';
import { commandNamed, keysOf } from '../commands/registry';
import { useApp, useAppHandle } from '../store/context';
import { Kbd } from '../ui/Kbd';
import { whereCallsGo } from './whereCallsGo';

/** Says where the calls go meanwhile; one key brings them back. */
export function OfflineBanner({ console }: { readonly console: ConsoleState }) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const command = commandNamed('goOnlineOffline');
  const unavailable = useApp(command.unavailable);
  const keys = useApp((state) => keysOf(state, 'goOnlineOffline'));
  const words = useMemo(() => wordsOf(console, t), [console, t]);
  return (
    <div className="banner" role="status">
      <UserX size={16} aria-hidden="true" />
      <span>{words}</span>
      <button
        type="button"
        className="button banner__button"
        aria-disabled={unavailable !== null}
        data-pending={unavailable === 'pending' ? '' : undefined}
        onClick={() => command.run(app)}
      >
        {t('banner.goOnline')}
        {keys.slice(0, 1).map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </button>
    </div>
  );
}

function wordsOf(console: ConsoleState, t: TFunction): string {
  const where = whereCallsGo(console);
  switch (where.kind) {
    case 'one':
      return t('banner.offlineOne', { name: where.name });
    case 'many':
      return t('banner.offlineMany');
    case 'some':
      return t('banner.offlineSome');
    case 'managers':
      return t('banner.offlineManagers');
    case 'nobody':
      return t('banner.offlineNobody');
  }
}
