/**
 * The whole service against a model (server/testing/model): random calls, key presses, settings, logins, lost links, kills. After each
 * step: no call lost, none at two places, exactly one service active, every screen shows the truth, every change is in the log.
 */
import fc from 'fast-check';
import { it, vi } from 'vitest';
import { Play } from './testing/model/play';
import { anyStep } from './testing/model/steps';
import { Pair } from './testing/pair';
import { stores } from './testing/stores';

vi.setConfig({ testTimeout: 480_000 });

/** More with `MODEL_RUNS=200 npx vitest run server/wholeService.test.ts`. */
const numRuns = Number(process.env['MODEL_RUNS'] ?? 8);

it.each(stores)('whatever happens, on $kind, switch, services, consoles and change log agree', async (kind) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 30, maxLength: 60, size: 'max' }), async (steps) => {
      const play = await Play.open(await Pair.open(kind));
      try {
        for (const step of steps) await play.step(step);
      } finally {
        await play.close();
      }
    }),
    // Each run starts real services: shortening a failure takes as long as the failures it tries.
    { numRuns, interruptAfterTimeLimit: 450_000, markInterruptAsFailure: true },
  );
});
