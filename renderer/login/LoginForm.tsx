import { ArrowBigUpDash } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import { Field } from '../ui/Field';
import { DemoAccounts } from './DemoAccounts';
import { LoginFailed } from './LoginFailed';
import { LoginProgress } from './LoginProgress';
import { lastUser } from './lastUser';
import { RememberMe } from './RememberMe';
import { useSignIn } from './useSignIn';

export function LoginForm() {
  const { t } = useTranslation();
  const { working, userId: signingIn, failed, attempt, cancel } = useSignIn();
  const rememberedUser = useApp((state) => state.signIn.rememberedUser);
  const demo = useApp((state) => state.signIn.demo);
  const [userId, setUserId] = useState(() => rememberedUser ?? lastUser());
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(rememberedUser !== null);
  const [missing, setMissing] = useState<'userId' | 'password' | null>(null);
  const [capsLock, setCapsLock] = useState(false);
  const userField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const elsewhere = failed?.failure === 'superseded';

  useEffect(() => {
    const known = userField.current !== null && userField.current.value !== '';
    (known ? passwordField : userField).current?.focus();
  }, []);

  const signIn = async (): Promise<void> => {
    if (working) return;
    const blank = userId.trim() === '' ? 'userId' : password === '' ? 'password' : null;
    setMissing(blank);
    if (blank !== null) return (blank === 'userId' ? userField : passwordField).current?.focus();
    const refused = await attempt(userId.trim(), password, remember);
    if (refused === null) return;
    if (refused.failure !== 'wrongPassword') return userField.current?.focus();
    setPassword('');
    passwordField.current?.focus();
  };

  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <>
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
        {failed !== null && <LoginFailed key={failed.until} failed={failed} />}
        <Field
          label={t('login.userId')}
          value={userId}
          onChange={setUserId}
          autoComplete="username"
          maxLength={64}
          error={missing === 'userId' ? t('login.needUserId') : null}
          ref={userField}
        />
        <div className="login__password" onKeyDown={watchCapsLock} onKeyUp={watchCapsLock}>
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
          <p className="login__caps" role="status">
            {capsLock && (
              <>
                <ArrowBigUpDash size={15} aria-hidden="true" />
                {t('login.capsLock')}
              </>
            )}
          </p>
        </div>
        <RememberMe on={remember} onChange={setRemember} />
        {working ? (
          <LoginProgress userId={signingIn ?? rememberedUser} onCancel={cancel} />
        ) : (
          <button type="submit" className="button button--primary login__go">
            {t(elsewhere ? 'login.signInHere' : 'login.signIn')}
          </button>
        )}
      </form>
      {demo !== null && (
        <DemoAccounts
          accounts={demo.accounts}
          isDisabled={working}
          onChoose={(account) => {
            setMissing(null);
            setUserId(account);
            void attempt(account, demo.password, remember);
          }}
        />
      )}
    </>
  );
}
