/** A short run of the fuzzer with a seed of its own: `npm run fuzz` is the long one. */
import { expect, it, vi } from 'vitest';
import { Pair } from '../../server/testing/pair';
import { Dn } from '../../shared/ids';
import { fuzzConsole } from './consoleTarget';
import { fuzzService } from './serviceTarget';

vi.setConfig({ testTimeout: 180_000 });

const progress = () => undefined;

it('a service takes bad frames, and nobody else notices', async () => {
  const pair = await Pair.open();
  try {
    await pair.start('primary');
    await pair.active('primary');
    const report = await fuzzService(
      {
        port: pair.service('primary').port,
        ring: () => Promise.resolve(void pair.dial('1001', '60001')),
        hangUp: async () => {
          await pair.press({ dn: Dn.parse('1001'), key: 'hangUp' });
        },
        heap: () => Promise.resolve(process.memoryUsage().heapUsed),
        isWell: () => Promise.resolve(pair.service('primary').health().role === 'active'),
      },
      { frames: 2_000, seed: 7, width: 16, progress },
    );
    expect(report.problems).toEqual([]);
    expect(report.checks).toBeGreaterThan(0);
  } finally {
    await pair.close();
  }
});

it('the console core takes bad frames, and shows the truth after each', async () => {
  const report = await fuzzConsole({ frames: 5_000, seed: 7, progress });
  expect(report.problems).toEqual([]);
  expect(report.checks).toBeGreaterThan(10);
});
