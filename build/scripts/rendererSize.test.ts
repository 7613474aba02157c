/** The page must not grow unseen: fails where the main window's code, or the schemas in it, would. */
import { afterAll, expect, it, vi } from 'vitest';
import { mainWindowLimit, measureRenderer } from './rendererSize';

// Else the bundler takes React's development build.
vi.stubEnv('NODE_ENV', 'production');
afterAll(() => vi.unstubAllEnvs());

// It builds the page; that takes as long as it takes.
it('the main window is no heavier than it may be, and loads no schemas', { timeout: 240_000 }, async () => {
  const { login, mainWindow, packages } = await measureRenderer();
  expect(login.files).toBeGreaterThan(0);
  expect(mainWindow.gzip).toBeGreaterThan(login.gzip);
  expect(mainWindow.gzip).toBeLessThanOrEqual(mainWindowLimit);
  expect(packages.map(({ name }) => name)).not.toContain('zod');
});
