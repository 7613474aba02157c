import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyLocales } from '../../../../build/onlyLocales.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The console's page as it is built for use, with a bridge that the benchmark plays; and two pages to compare with. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), onlyLocales(['en', 'fr', 'de', 'es', 'zh-TW', 'ar'])],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['console', 'bare', 'empty'].map((name) => here(`${name}.html`)) },
  },
});
