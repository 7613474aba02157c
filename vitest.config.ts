import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,server,electron,renderer,build}/**/*.test.{ts,tsx}'],
    coverage: {
      include: ['shared/**/*.ts'],
      reporter: ['text-summary'],
      // quality.md: coverage of shared/ at least 95 % of lines and branches.
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
