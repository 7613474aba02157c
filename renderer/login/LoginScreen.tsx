import { Activity, ServerCog } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import mark from '../brand/icon.svg';
import { UpdateReady } from '../desktop/UpdateReady';
import { FileProblems } from '../shell/FileProblems';
import { useActions, useApp } from '../store/context';
import { LoginForm } from './LoginForm';
import { later } from '../ui/later';
import './login.css';

const ServerSettings = later(async () => (await import('./ServerSettings')).ServerSettings);

export function LoginScreen() {
  const { t } = useTranslation();
  const { open } = useActions();
  const [editing, setEditing] = useState(false);
  const { primary, backup } = useApp((state) => state.settings);
  const version = useApp((state) => state.appVersion);
  return (
    <main className="login scroll">
      <div className="login__center">
        <header className="login__brand">
          <img src={mark} alt="" className="login__mark" width={56} height={56} />
          <h1 className="login__name">{t('app.name')}</h1>
          <p className="login__tagline">{t('login.tagline')}</p>
        </header>
        <FileProblems />
        <UpdateReady />
        <section className="login__card" aria-labelledby="login-title">
          <LoginForm />
          <footer className="login__servers">
            <span className="ellipsis">
              {t('login.serverLine', { host: primary.host, port: String(primary.port) })}
              {backup !== null && ` · ${t('login.withBackup')}`}
            </span>
            <Button className="button button--quiet login__settings" onPress={() => open({ kind: 'check' })}>
              <Activity size={15} aria-hidden="true" />
              {t('command.checkConnection')}
            </Button>
            <Button className="button button--quiet login__settings" onPress={() => setEditing(true)}>
              <ServerCog size={15} aria-hidden="true" />
              {t('login.servers')}
            </Button>
          </footer>
        </section>
        <p className="login__version">{t('login.version', { version })}</p>
      </div>
      {editing && (
        <Suspense>
          <ServerSettings onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </main>
  );
}
