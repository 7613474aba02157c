/** The phones page: every simulated phone of the demo, with keys a person can press. */
import '@fontsource-variable/inter';
import '../../../shared/look/tokens.css';
import './page.css';
import './card.css';
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
