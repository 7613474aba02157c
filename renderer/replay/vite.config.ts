import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyLocales } from '../../build/onlyLocales.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Beside the console's page, but a build of its own: neither weighs more for the other, and no file of this one has a bridge in it. */
export default defineConfig({
  root: here('..'),
  base: './',
  plugins: [react(), onlyLocales(['en', 'fr', 'de', 'es', 'zh-TW', 'ar'])],
  build: {
    outDir: here('../../dist/renderer'),
    emptyOutDir: false,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: here('../replay.html'),
      output: {
        codeSplitting: {
          // As in the console's page: noEval is there before any schema is made.
          groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|bridge[\\/]noEval/, priority: 1 }],
        },
      },
    },
  },
});
