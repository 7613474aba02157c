import { LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LinkView } from '../../shared/bridge';
import { secondsUntil } from '../format/secondsUntil';
import { useNow } from '../hooks/useNow';
import { useApp } from '../store/context';

interface LoginProgressProps {
  /** Null where it is not known who is being signed in. */
  readonly userId: string | null;
  readonly onCancel: () => void;
}

export function LoginProgress({ userId, onCancel }: LoginProgressProps) {
  const { t } = useTranslation();
  const link = useApp((state) => state.link);
  return (
    <div className="login__progress">
      <LoaderCircle className="login__spin" size={18} aria-hidden="true" />
      <div className="login__progress-text" role="status">
        {userId !== null && <b className="ellipsis">{t('login.signingInAs', { user: userId })}</b>}
        <Progress link={link} />
      </div>
      <button type="button" className="button" onClick={onCancel}>
        {t('login.cancel')}
      </button>
    </div>
  );
}

function Progress({ link }: { readonly link: LinkView }) {
  const { t } = useTranslation();
  const now = useNow();
  if (link.phase === 'connecting') return <span>{t('login.connecting', { server: t(`server.${link.server}`) })}</span>;
  if (link.phase !== 'waiting') return <span>{t('login.checking')}</span>;
  const server = t(`server.${link.server}`);
  const seconds = secondsUntil(link.retryAt, now);
  // Not read aloud every second.
  return (
    <span aria-live="off">
      {seconds === 0 ? t('login.trying', { server }) : t('login.waiting', { server, seconds })}
    </span>
  );
}
