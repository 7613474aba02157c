import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyLocales } from '../build/onlyLocales.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Nothing inline in the page: the hosts send `script-src 'self'; style-src 'self'`. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), onlyLocales(['en', 'fr', 'de', 'es', 'zh-TW', 'ar'])],
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // A chunk runs before whatever imports it: beside zod itself, noEval is there before any schema is made, however the page is split.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|bridge[\\/]noEval/ }] } },
    },
  },
});
