import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import icon from './icon.svg';
import { logIn } from './link';
import { t } from './strings/i18n';
import { TextBox } from './TextBox';
import { failureWords } from './words';

export function LoginCard({ ended }: { readonly ended: boolean }) {
  const [userId, setUserId] = useState('');
  const [password, setPassword] = useState('');
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState(ended ? t('login.ended') : null);

  const submit = async (): Promise<void> => {
    if (going || userId === '' || password === '') return;
    setGoing(true);
    const failure = await logIn(userId.trim(), password);
    setGoing(false);
    if (failure === null) return;
    setPassword('');
    setProblem(failureWords(failure));
  };

  return (
    <main className="entry">
      <div className="entry__center">
        <header className="entry__brand">
          <img className="entry__mark" src={icon} alt="" width="56" height="56" />
          <h1 className="entry__name">{t('title')}</h1>
          <p className="entry__tagline">{t('tagline')}</p>
        </header>
        <form
          className="entry__card"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <h2 className="entry__title">{t('login.title')}</h2>
          <div role="alert">
            {problem !== null && (
              <p className="failure">
                <CircleAlert size={18} aria-hidden="true" />
                {problem}
              </p>
            )}
          </div>
          <TextBox label={t('login.userId')} value={userId} onChange={setUserId} autoComplete="username" autoFocus />
          <TextBox
            label={t('login.password')}
            value={password}
            onChange={setPassword}
            type="password"
            autoComplete="current-password"
            maxLength={256}
          />
          <button type="submit" className="button button--primary entry__go" aria-disabled={going}>
            {t(going ? 'login.going' : 'login.go')}
          </button>
        </form>
      </div>
    </main>
  );
}
