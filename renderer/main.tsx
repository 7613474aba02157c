/** The renderer: bridge, state, words, screen. */
import '@fontsource-variable/inter/index.css';
import '../shared/look/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { getBridge } from './bridge';
import { listenToKeyboard } from './commands/keyboard';
import { CrashBoundary } from './crash/CrashBoundary';
import { fetchCrashScreen } from './crash/show';
import { watchErrors } from './crash/watch';
import { applyPreferences } from './preferences/applyPreferences';
import { startRinging } from './sound/ringer';
import { startApp } from './store/app';
import { startStrings } from './strings/i18n';

watchErrors();
await startStrings();
const bridge = await getBridge();
const app = await startApp(bridge);

await applyPreferences(app);
listenToKeyboard(app);
startRinging(app);
if (app.store.getState().abilities.menus)
  void import('./desktop/menu').then(({ tellMenu }) => tellMenu(app, (model) => bridge.request('menu', model)));

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <CrashBoundary>
      <App app={app} />
    </CrashBoundary>,
  );
fetchCrashScreen();
