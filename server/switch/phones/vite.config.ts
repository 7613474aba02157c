import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyLocales } from '../../../build/onlyLocales.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Nothing inline in the page: the switch sends `script-src 'self'; style-src 'self'; font-src 'self'`. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), onlyLocales(['en'])],
  build: {
    outDir: here('../../../dist/phones'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
