import { LoginCard } from './LoginCard';
import { useLink } from './link';
import { Settings } from './Settings';
import { t } from './strings/i18n';

export function App() {
  const link = useLink();
  if (link.phase === 'signedOut') return <LoginCard ended={link.ended} />;
  if (link.page !== null) return <Settings link={link} page={link.page} />;
  if (link.phase !== 'standby') {
    return (
      <main className="entry">
        <p className="entry__wait" role="status">
          {t('link.starting')}
        </p>
      </main>
    );
  }
  return (
    <main className="entry">
      <div className="entry__center">
        <div className="entry__card" role="status">
          <h1 className="entry__title">{t('standby.title')}</h1>
          <p>{t('standby.text')}</p>
          {link.other !== null && (
            <a className="button button--primary entry__go" href={link.other}>
              {t('standby.go')}
            </a>
          )}
          <p className="field__help">{t('standby.retry')}</p>
        </div>
      </div>
    </main>
  );
}
