import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';

interface RememberMeProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Keeps the password in the system's own safe, or says why there is none here. */
export function RememberMe({ on, onChange }: RememberMeProps) {
  const { t } = useTranslation();
  const canRemember = useApp((state) => state.signIn.canRemember);
  if (canRemember !== 'yes') return <p className="login__remember-not">{t(`login.rememberNot.${canRemember}`)}</p>;
  return (
    <label className="login__remember">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {t('login.remember')}
    </label>
  );
}
