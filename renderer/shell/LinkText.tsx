import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { LinkView, LoginFailure } from '../../shared/bridge';
import { isLinkProblem } from '../../shared/connection/problem';
import { secondsUntil } from '../format/secondsUntil';
import { useNow } from '../hooks/useNow';

/** The link in words: to which server, or when the next attempt is. */
export function LinkText({ link }: { readonly link: LinkView }) {
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

/** Shorter than on the login screen: what can be done about it is said there and in *Check connection*. */
function problemText(problem: LoginFailure, t: TFunction): string {
  if (problem === 'unreachable') return t('status.unreachable');
  return isLinkProblem(problem) ? t(`loginFailure.${problem}.what`) : t(`error.${problem}`);
}

/** Not read aloud every second: the seconds are live for the eye only. */
function Countdown({ server, at, problem }: CountdownProps) {
  const { t } = useTranslation();
  const seconds = secondsUntil(at, useNow());
  return (
    <span className="status__warn" aria-live="off">
      <LoaderCircle size={13} aria-hidden="true" />
      {t('status.signedOut')} · {problemText(problem, t)}{' '}
      {seconds === 0 ? t('status.now', { server }) : t('status.waiting', { server, seconds })}
    </span>
  );
}
