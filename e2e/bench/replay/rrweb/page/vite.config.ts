import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyLocales } from '../../../../../build/onlyLocales.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The live console, our replay and a page for the other one, as they are built for use. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), onlyLocales(['en', 'fr', 'de', 'es', 'zh-TW', 'ar'])],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['live', 'ours', 'player'].map((name) => here(`${name}.html`)) },
  },
});
