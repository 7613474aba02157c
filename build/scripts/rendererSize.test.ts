/** The page must not grow unseen: fails where the main window's code, or the schemas in it, would. */
import { afterAll, expect, it, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import { later } from '../../renderer/strings/en/later';
import { mainWindowLimit, measureRenderer } from './rendererSize';

// Else the bundler takes React's development build.
vi.stubEnv('NODE_ENV', 'production');
afterAll(() => vi.unstubAllEnvs());

// It builds the page; that takes as long as it takes.
it(
  'the main window is no heavier than it may be, says only what is there, and loads no schemas',
  { timeout: 240_000 },
  async () => {
    const { login, mainWindow, mainWindowFiles, packages } = await measureRenderer();
    expect(login.files).toBeGreaterThan(0);
    expect(mainWindow.gzip).toBeGreaterThan(login.gzip);
    expect(mainWindow.gzip).toBeLessThanOrEqual(mainWindowLimit);
    expect(mainWindowFiles.filter(saysLaterWords)).toEqual([]);
    expect(packages.map(({ name }) => name)).not.toContain('zod');
  },
);

/** Whether a file names words that are only fetched with what is opened later. */
function saysLaterWords(file: string): boolean {
  const source = /\.tsx?$/.test(file) ? readFileSync(file, 'utf8') : '';
  return Object.keys(later).some((area) => new RegExp(`['"\`]${area}\\.`).test(source));
}
