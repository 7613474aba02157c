/** The tests of `shared/` alone: mutants there need no database. Generated sequences are fewer here, or a run takes hours. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['shared/**/*.test.ts'] } });
