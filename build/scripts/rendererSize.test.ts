/** The page must not grow unseen: fails where the main window's code, or the schemas in it, would. */
import { expect, it } from 'vitest';
import { mainWindowLimit, measureRenderer } from './rendererSize';

// It builds the page; that takes as long as it takes.
it('the main window is no heavier than it may be, and loads no schemas', { timeout: 240_000 }, async () => {
  const { login, mainWindow, packages } = await measureRenderer();
  expect(login.files).toBeGreaterThan(0);
  expect(mainWindow.gzip).toBeGreaterThan(login.gzip);
  expect(mainWindow.gzip).toBeLessThanOrEqual(mainWindowLimit);
  expect(packages.map(({ name }) => name)).not.toContain('zod');
});
