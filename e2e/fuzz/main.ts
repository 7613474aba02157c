/**
 * npm run fuzz -- [--frames 1000000] [--target service|console] [--seed 1] [--width 24] [--minutes 10]
 * Frames that are almost right, a million of them, against a real service with an assistant working beside, or against the console core.
 * The service needs `npm run build` first. Ends with code 1 when anything was found.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startWorld } from '../../build/scripts/world';
import { printMachine } from '../bench/report';
import { fuzzConsole } from './consoleTarget';
import { printReport, type FuzzReport } from './report';
import { fuzzService } from './serviceTarget';
import { targetIn } from './worldTarget';

const Flags = z.object({
  frames: z.coerce.number().int().min(10).default(1_000_000),
  target: z.enum(['service', 'console']).default('service'),
  seed: z.coerce.number().int().default(1),
  /** After so many it ends, however many frames there were; left out, it takes as long as it takes. */
  minutes: z.coerce.number().positive().optional(),
  width: z.coerce.number().int().min(1).max(1_000).default(24),
});

async function main(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { frames: option, target: option, seed: option, width: option, minutes: option },
  });
  const { frames, target, seed, width, minutes } = Flags.parse(values);
  printMachine(`Bad frames: ${frames} against the ${target}, seed ${seed}`, {});
  const progress = (done: number) => void process.stderr.write(`${done} frames\n`);
  const until = minutes === undefined ? Infinity : performance.now() + minutes * 60_000;
  const report = await (target === 'console'
    ? fuzzConsole({ frames, seed, progress, until })
    : againstService({ frames, seed, width, progress, until }));
  printReport(target, report);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}

async function againstService(wanted: Parameters<typeof fuzzService>[1]): Promise<FuzzReport> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-fuzz-'));
  const serviceFlags = ['--log-level', 'error'];
  const ports = { switch: 0, primary: 0, backup: 0 };
  const world = await startWorld({ dataDir, ports, callsPerMinute: 0, serviceFlags });
  try {
    return await fuzzService(targetIn(world), wanted);
  } finally {
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
