/** Zones are lint errors (design: layout); the rest is the strict, type-aware set. */
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What each folder may not import. `server/demo` and `server/switch/port` belong to the server like the rest of it. */
const zones = [
  { target: './shared', from: ['./server', './electron', './renderer', './e2e', './build'] },
  { target: './server', from: ['./electron', './renderer', './e2e', './build'] },
  { target: './electron', from: ['./server', './renderer', './e2e', './build'] },
  { target: './electron/core', from: ['./electron/desktop', './electron/browser'] },
  { target: './electron/desktop', from: ['./electron/browser'] },
  { target: './electron/browser', from: ['./electron/desktop'] },
  { target: './renderer', from: ['./server', './electron', './e2e', './build'] },
];

const electronOnlyInDesktop: Linter.RuleEntry = [
  'error',
  { paths: [{ name: 'electron', message: 'Only electron/desktop may need Electron.' }] },
];
const pureShared: Linter.RuleEntry = [
  'error',
  { name: 'Date', message: 'No time in shared/: take it as an argument.' },
  { name: 'performance', message: 'No time in shared/.' },
  { name: 'setTimeout', message: 'No timers in shared/.' },
  { name: 'setInterval', message: 'No timers in shared/.' },
  { name: 'fetch', message: 'No network in shared/.' },
  { name: 'process', message: 'No environment in shared/.' },
];

export default defineConfig(
  { ignores: ['dist', 'dist-packages', 'coverage', 'node_modules', '.demo', 'test-results', 'playwright-report'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) },
    },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'no-restricted-imports': electronOnlyInDesktop,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['shared/**'],
    rules: {
      'no-restricted-globals': pureShared,
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'No chance in shared/: take it as an argument.' },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', 'electron', 'react', 'ws'], message: 'shared/ is plain and pure.' }] },
      ],
    },
  },
  { files: ['**/*.test.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['electron/desktop/**', 'e2e/**'], rules: { 'no-restricted-imports': 'off' } },
  // Read when a page is built, not part of it: what the configurations share is in build/.
  { files: ['**/vite.config.ts'], rules: { 'import-x/no-restricted-paths': 'off' } },
  {
    files: ['renderer/**'],
    ignores: ['renderer/**/vite.config.ts'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', 'electron', 'ws'], message: 'The renderer knows only the bridge.' }] },
      ],
    },
  },
);
