import { KeyRound, LogOut } from 'lucide-react';
import { useState } from 'react';
import type { ManagerPage } from '../managerProtocol';
import { AssistantChoice } from './AssistantChoice';
import { Divert } from './Divert';
import { Filter } from './Filter';
import { logOut, type Link } from './link';
import { Now } from './Now';
import { PasswordForm } from './PasswordForm';
import { QuickSwitches } from './QuickSwitches';
import { t } from './strings/i18n';

/** Everything a manager sets. What was last known stays visible while the link is away, and says so. */
export function Settings({ link, page }: { readonly link: Link; readonly page: ManagerPage }) {
  const [changing, setChanging] = useState(false);
  const live = link.phase === 'live';
  const { manager } = page;
  return (
    <>
      <header className="top">
        <span className="avatar" aria-hidden="true">
          {initials(manager.name)}
        </span>
        <div className="top__who">
          <h1 className="top__name">
            <bdi>{manager.name}</bdi>
          </h1>
          <p className="sub">{t('now.at', { dn: manager.dn })}</p>
        </div>
        <span className={live ? 'pill pill--live' : 'pill'} role="status">
          {t(live ? 'link.live' : 'link.away')}
        </span>
        <button type="button" className="button button--quiet" onClick={() => setChanging(true)}>
          <KeyRound size={16} aria-hidden="true" />
          <span className="wide">{t('menu.password')}</span>
          <span className="visually-hidden narrow">{t('menu.password')}</span>
        </button>
        <button type="button" className="button button--quiet" onClick={() => void logOut()}>
          <LogOut size={16} aria-hidden="true" />
          <span className="wide">{t('menu.logout')}</span>
          <span className="visually-hidden narrow">{t('menu.logout')}</span>
        </button>
      </header>
      <main className="page" data-stale={live ? undefined : ''}>
        {!live && link.other !== null && (
          <div className="away">
            <p>{t('away.text')}</p>
            <a className="button" href={link.other}>
              {t('away.go')}
            </a>
          </div>
        )}
        <Now page={page} />
        <div className="columns">
          <div className="column">
            <QuickSwitches page={page} live={live} />
            {page.mode === 'proxy' && <AssistantChoice page={page} live={live} />}
            <Divert page={page} live={live} />
          </div>
          {page.mode === 'proxy' && (
            <div className="column">
              <Filter page={page} live={live} />
            </div>
          )}
        </div>
        <p className="page__foot">{t('immediately')}</p>
      </main>
      {changing && <PasswordForm onClose={() => setChanging(false)} />}
    </>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word ?? '')[0] ?? '').join('');
}
