import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkView, LoginOutcome } from '../../shared/bridge';
import { secondsUntil } from '../format/secondsUntil';
import { useNow } from '../hooks/useNow';
import { useActions, useApp } from '../store/context';
import { Field } from '../ui/Field';
import { failureWords } from './failure';

type Failed = Omit<Extract<LoginOutcome, { status: 'failed' }>, 'status'>;

/** The host itself did not answer. */
const hostFailed: LoginOutcome = { status: 'failed', failure: 'internal' };

export function LoginForm() {
  const { t } = useTranslation();
  const { login, cancelLogin } = useActions();
  const link = useApp((state) => state.link);
  const [userId, setUserId] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'userId' | 'password' | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failed | null>(null);
  const userField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  // A cancelled attempt has no failure to tell.
  const attempts = useRef(0);
  useEffect(() => userField.current?.focus(), []);

  // A session that was ended from outside leaves its reason in the link.
  const ended = link.phase === 'signedOut' && link.failure !== null ? { failure: link.failure } : null;
  const shownFailure = failure ?? ended;
  const working = busy || link.phase !== 'signedOut';

  const signIn = async (): Promise<void> => {
    if (working) return;
    const blank = userId.trim() === '' ? 'userId' : password === '' ? 'password' : null;
    setMissing(blank);
    if (blank !== null) return (blank === 'userId' ? userField : passwordField).current?.focus();
    setBusy(true);
    setFailure(null);
    const attempt = (attempts.current += 1);
    const outcome = await login(userId.trim(), password, false).catch(() => hostFailed);
    setBusy(false);
    if (outcome.status === 'live' || attempts.current !== attempt) return;
    setFailure(outcome);
    if (outcome.failure !== 'wrongPassword') return userField.current?.focus();
    setPassword('');
    passwordField.current?.focus();
  };

  const cancel = (): void => {
    attempts.current += 1;
    cancelLogin();
  };

  return (
    <form
      className="login__form"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <h2 className="login__title" id="login-title">
        {t('login.welcome')}
      </h2>
      {shownFailure !== null && !working && <Failure {...shownFailure} />}
      <Field
        label={t('login.userId')}
        value={userId}
        onChange={setUserId}
        autoComplete="username"
        maxLength={64}
        error={missing === 'userId' ? t('login.needUserId') : null}
        ref={userField}
      />
      <Field
        label={t('login.password')}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
        maxLength={256}
        error={missing === 'password' ? t('login.needPassword') : null}
        ref={passwordField}
      />
      {working ? (
        <div className="login__progress">
          <LoaderCircle className="login__spin" size={18} aria-hidden="true" />
          <span role="status">
            <Progress link={link} />
          </span>
          <button type="button" className="button" onClick={cancel}>
            {t('login.cancel')}
          </button>
        </div>
      ) : (
        <button type="submit" className="button button--primary login__go">
          {t('login.signIn')}
        </button>
      )}
    </form>
  );
}

function Failure({ failure, retryInMs }: Failed) {
  const { t } = useTranslation();
  const { what, how } = failureWords(failure, t, retryInMs);
  return (
    <div className="login__failure" role="alert">
      <CircleAlert size={18} aria-hidden="true" />
      <div>
        <b>{what}</b>
        <p>{how}</p>
      </div>
    </div>
  );
}

function Progress({ link }: { readonly link: LinkView }) {
  const { t } = useTranslation();
  const now = useNow();
  if (link.phase === 'connecting') return t('login.connecting', { server: t(`server.${link.server}`) });
  if (link.phase !== 'waiting') return t('login.checking');
  const server = t(`server.${link.server}`);
  const seconds = secondsUntil(link.retryAt, now);
  return seconds === 0 ? t('login.trying', { server }) : t('login.waiting', { server, seconds });
}
