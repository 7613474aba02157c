/** The phones page: every simulated phone of the demo, with keys a person can press. */
import './noEval';
import '@fontsource-variable/inter';
import '../../../shared/look/tokens.css';
import './base.css';
import './top.css';
import './page.css';
import './card.css';
import './call.css';
import './keys.css';
import './display.css';
import './menu.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
