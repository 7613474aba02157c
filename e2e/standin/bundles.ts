/** How the stand-in is built into `dist/standin`: what runs in Node, and what runs inside the page. */
import type { InputOptions, OutputOptions } from 'rolldown';

interface StandinBundle {
  /** Relative to the root of the checkout. */
  readonly input: string;
  /** Relative to `dist`. */
  readonly output: string;
  readonly options: Pick<InputOptions, 'platform' | 'external'>;
  readonly format: Pick<OutputOptions, 'format' | 'name'>;
}

export const standinBundles: readonly StandinBundle[] = [
  {
    input: 'e2e/standin/register.ts',
    output: 'standin/electron.cjs',
    options: { platform: 'node', external: [/^node:/, '@playwright/test', 'electron'] },
    format: { format: 'cjs' },
  },
  {
    input: 'e2e/standin/page/worlds.ts',
    output: 'standin/worlds.js',
    options: { platform: 'browser' },
    format: { format: 'iife', name: 'standinWorlds' },
  },
];
