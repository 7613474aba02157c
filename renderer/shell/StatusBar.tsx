import { Check, CircleAlert, Filter, LoaderCircle, Phone, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LinkView } from '../../shared/bridge';
import { secondsUntil } from '../format/secondsUntil';
import { useNow } from '../hooks/useNow';
import { useApp } from '../store/context';
import './statusBar.css';

/** The truth about the link and the service behind it. */
export function StatusBar() {
  const { t } = useTranslation();
  const link = useApp((state) => state.link);
  const service = useApp((state) => state.console?.service);
  const mode = useApp((state) => state.console?.mode);
  const live = link.phase === 'live';
  const callControl = service?.callControl === 'up' ? 'status.callControlUp' : 'status.callControlDown';
  const filtering = service?.filtering === 'up' ? 'status.filteringUp' : 'status.filteringDown';
  return (
    <div className="status" role="status" aria-label={t('status.label')} data-link={link.phase}>
      <LinkText link={link} />
      <span className={live && service?.callControl === 'down' ? 'status__bad' : undefined}>
        <Phone size={13} aria-hidden="true" />
        {t(live ? callControl : 'status.unknownWhileAway')}
      </span>
      {live && mode !== 'shared' && (
        <span className={service?.filtering === 'down' ? 'status__bad' : undefined}>
          <Filter size={13} aria-hidden="true" />
          {t(filtering)}
        </span>
      )}
      {mode !== undefined && (
        <span>
          <Workflow size={13} aria-hidden="true" />
          {t(`status.${mode}`)}
        </span>
      )}
    </div>
  );
}

function LinkText({ link }: { readonly link: LinkView }) {
  const { t } = useTranslation();
  switch (link.phase) {
    case 'live':
      return (
        <span className="status__ok">
          <Check size={14} aria-hidden="true" />
          {t('status.connected', { server: t(`server.${link.server}`) })}
        </span>
      );
    case 'connecting':
      return (
        <span className="status__warn">
          <LoaderCircle size={13} aria-hidden="true" />
          {t('status.connecting', { server: t(`server.${link.server}`) })}
        </span>
      );
    case 'waiting':
      return <Countdown server={t(`server.${link.server}`)} at={link.retryAt} problem={link.lastProblem} />;
    case 'signedOut':
      return (
        <span className="status__bad">
          <CircleAlert size={13} aria-hidden="true" />
          {t('status.signedOut')}
        </span>
      );
  }
}

interface CountdownProps {
  readonly server: string;
  readonly at: number;
  readonly problem: Extract<LinkView, { phase: 'waiting' }>['lastProblem'];
}

/** Not read aloud every second: the seconds are live for the eye only. */
function Countdown({ server, at, problem }: CountdownProps) {
  const { t } = useTranslation();
  const seconds = secondsUntil(at, useNow());
  return (
    <span className="status__warn" aria-live="off">
      <LoaderCircle size={13} aria-hidden="true" />
      {t('status.signedOut')} · {problem === 'unreachable' ? t('status.unreachable') : t(`error.${problem}`)}{' '}
      {seconds === 0 ? t('status.now', { server }) : t('status.waiting', { server, seconds })}
    </span>
  );
}
