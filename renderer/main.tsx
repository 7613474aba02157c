/** The renderer: bridge, state, words, screen. */
import '@fontsource-variable/inter/index.css';
import '../shared/look/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { getBridge } from './bridge';
import { listenToKeyboard } from './commands/keyboard';
import { applyPreferences } from './preferences/applyPreferences';
import { startRinging } from './sound/ringer';
import { startApp } from './store/app';
import { startStrings } from './strings/i18n';

await startStrings();
const app = await startApp(await getBridge());

await applyPreferences(app);
listenToKeyboard(app);
startRinging(app);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App app={app} />);
