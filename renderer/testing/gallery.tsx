/**
 * Screens for looking at: gallery.html?scene=busy&theme=dark&text=150&lang=pseudo&overlay=preferences&tab=calls.
 * `lang=pseudo-rtl` mirrors the page. Served by `npx vite --config renderer/vite.config.ts`, never built.
 */
import '@fontsource-variable/inter/index.css';
import '../../shared/look/tokens.css';
import '../styles/base.css';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import { Preferences, defaultPreferences } from '../../shared/console/preferences';
import { App } from '../App';
import { listenToKeyboard } from '../commands/keyboard';
import { applyPreferences } from '../preferences/applyPreferences';
import { startRinging } from '../sound/ringer';
import { startApp } from '../store/app';
import { preferenceTabs, type Overlay } from '../store/overlay';
import { startStrings } from '../strings/i18n';
import { pseudoCatalogue } from './pseudo';
import { sceneBridge, type Scene } from './sceneBridge';

const query = new URLSearchParams(location.search);
const lang = query.get('lang') ?? 'en';
const preferences = Preferences.parse({
  ...defaultPreferences,
  theme: query.get('theme') ?? 'light',
  textSize: Number(query.get('text') ?? 100),
  language: lang.startsWith('pseudo') ? 'en' : lang,
});

await startStrings();
const bridge = sceneBridge((query.get('scene') ?? 'busy') as Scene, preferences);
const app = await startApp(bridge);
await applyPreferences(app);
if (lang.startsWith('pseudo')) {
  const language = lang === 'pseudo-rtl' ? 'ar' : 'en';
  i18next.addResourceBundle(language, 'translation', pseudoCatalogue(), true, true);
  await i18next.changeLanguage(language);
}
listenToKeyboard(app);
startRinging(app);
const first = app.store.getState().console?.calls[0];
if (first) app.actions.select(first.connectionId);
const overlay = overlayOf(query.get('overlay'));
if (overlay !== null) app.actions.open(overlay);
Object.assign(window, { app, bridge });
const root = document.getElementById('root');
if (root) createRoot(root).render(<App app={app} />);

function overlayOf(kind: string | null): Overlay | null {
  switch (kind) {
    case 'preferences':
      return { kind, tab: preferenceTabs.find((tab) => tab === query.get('tab')) ?? 'general' };
    case 'about':
    case 'check':
    case 'palette':
    case 'cheatSheet':
    case 'recordings':
    case 'report':
      return { kind };
    case 'export':
      return { kind, wish: { kind: 'lastMinutes', minutes: 10 } };
    default:
      return null;
  }
}
