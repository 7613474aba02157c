/** Screens for looking at: gallery.html?scene=busy&theme=dark. Served by `npx vite --config renderer/vite.config.ts`, never built. */
import '@fontsource-variable/inter/index.css';
import '../../shared/look/tokens.css';
import '../styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '../App';
import { listenToKeyboard } from '../commands/keyboard';
import { startApp } from '../store/app';
import { showTheme } from '../store/theme';
import { startStrings } from '../strings/i18n';
import { sceneBridge, type Scene } from './sceneBridge';

const query = new URLSearchParams(location.search);
await startStrings();
const bridge = sceneBridge((query.get('scene') ?? 'busy') as Scene);
const app = await startApp(bridge);
showTheme(query.get('theme') === 'dark' ? 'dark' : 'light');
listenToKeyboard(app);
const first = app.store.getState().console?.calls[0];
if (first) app.actions.select(first.connectionId);
Object.assign(window, { app, bridge });
const root = document.getElementById('root');
if (root) createRoot(root).render(<App app={app} />);
