import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DialLink } from './desktop/DialLink';
import { CheckOverlay } from './link/CheckOverlay';
import { LoginScreen } from './login/LoginScreen';
import { RecordingOverlays } from './recordings/RecordingOverlays';
import { Announcer } from './shell/Announcer';
import { Toasts } from './shell/Toasts';
import type { App as AppObject } from './store/app';
import { AppContext, useApp } from './store/context';

export function App({ app }: { readonly app: AppObject }) {
  const { i18n } = useTranslation();
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    document.documentElement.dir = i18n.dir();
  }, [i18n, i18n.language]);
  return (
    <I18nProvider locale={widgetLocale(i18n.language)}>
      <AppContext value={app}>
        <Screen />
        <CheckOverlay />
        <RecordingOverlays />
        <DialLink />
        <Toasts />
        <Announcer />
      </AppContext>
    </I18nProvider>
  );
}

/** The widgets' own few words for Traditional Chinese go by a region; only that one of the two Chinese is in the bundle. */
function widgetLocale(language: string): string {
  return language === 'zh-Hant' ? 'zh-TW' : language;
}

const loadMainWindow = () => import('./shell/MainWindow');
const MainWindow = lazy(async () => ({ default: (await loadMainWindow()).MainWindow }));

/** What is known of the session decides, not the link: a lost link leaves the panels where they are. */
function Screen() {
  const signedIn = useApp((state) => state.console !== null);
  // Fetched while somebody types a password, so that the login is there sooner and nobody waits for the panels after it.
  useEffect(() => void loadMainWindow().catch(() => undefined), []);
  return signedIn ? (
    <Suspense>
      <MainWindow />
    </Suspense>
  ) : (
    <LoginScreen />
  );
}
