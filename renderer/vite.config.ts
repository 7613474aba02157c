import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig } from 'vite';
import { onlyLocales } from '../build/onlyLocales.ts';
import { openingParts } from '../build/openingParts.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Nothing inline in the page: the hosts send `script-src 'self'; style-src 'self'`. */
const config = {
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
  },
} satisfies InlineConfig;

export default defineConfig(async ({ command }) => {
  if (command === 'serve') return config;
  const opening = await openingParts(config, [
    { name: 'login', module: here('main.tsx') },
    { name: 'main', module: here('shell/MainWindow.tsx') },
  ]);
  // A file runs before whatever imports it: beside zod itself, noEval is there before any schema is made, however the page is split.
  const zod = { name: 'zod', test: /node_modules[\\/]zod[\\/]|bridge[\\/]noEval/, priority: opening.length + 1 };
  const groups = [zod, ...opening];
  return { ...config, build: { ...config.build, rolldownOptions: { output: { codeSplitting: { groups } } } } };
});
