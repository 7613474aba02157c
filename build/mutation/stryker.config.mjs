/**
 * `npm run mutation`: does a test notice when routing, the call reducer or the connection machine does something else? (quality.md: at
 * least 85 % are noticed.) Not part of `npm test`: it takes a quarter of an hour. One part alone: `npm run mutation -- --mutate 'shared/routing/*.ts'`.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'build/mutation/vitest.config.ts', related: true },
  mutate: [
    'shared/{routing,connection}/*.ts',
    'shared/calls/reduce.ts',
    '!shared/**/*.test.ts',
    // Drives the machine in tests.
    '!shared/connection/testing.ts',
    // Schemas of what crosses the bridge: declarations, nothing that decides.
    '!shared/connection/{check,authority,linkEntry}.ts',
  ],
  // Each in a copy of its own, without what no test of these needs.
  ignorePatterns: ['dist', 'e2e', 'docs/images', 'test-results', '.demo', 'renderer', 'server/**/public'],
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: 'test-results/mutants',
  concurrency: 2,
  timeoutMS: 20_000,
};
