/** The manager's page: who reaches me, and who answers for me. */
import './noEval';
import '@fontsource-variable/inter/index.css';
import '../../../shared/look/tokens.css';
import './base.css';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startLink } from './link';
import { startStrings } from './strings/i18n';

await startStrings();
startLink();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
