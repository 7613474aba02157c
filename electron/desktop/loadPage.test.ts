import { expect, it } from 'vitest';
import { loadPage } from './loadPage';

it('a load that is broken off is logged, and nobody is asked about a broken console', async () => {
  const logged: unknown[] = [];
  const note = (fields: object, message: string) => void logged.push({ ...fields, message });
  // Vitest fails on a rejection that nobody handles, as the console would ask the person.
  loadPage(
    { loadURL: () => Promise.reject(new Error("ERR_ABORTED (-3) loading 'app://console/index.html'")) },
    'app://console/index.html',
    { info: note, warn: note, error: note },
  );
  await expect
    .poll(() => logged)
    .toEqual([{ problem: "ERR_ABORTED (-3) loading 'app://console/index.html'", message: 'a page was not loaded' }]);
});
