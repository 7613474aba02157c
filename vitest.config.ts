import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,server,electron,renderer,build}/**/*.test.{ts,tsx}', 'e2e/fuzz/*.test.ts'],
    // PostgreSQL, for the tests that ask for it.
    globalSetup: ['server/testing/globalSetup.ts'],
    // Patience, not a measure: a property of hundreds of runs takes its time on a machine that does other things, too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      include: ['shared/**/*.ts'],
      reporter: ['text-summary'],
      // quality.md: coverage of shared/ at least 95 % of lines and branches.
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
