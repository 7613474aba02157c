/**
 * npm run bench:replay -- [--events 1000000] [--seeks 2000]: opening a long recording and seeking in it, with zod as the page has it (no eval).
 * With --rrweb DIR [--events 20000] [--seeks 50] another one: our page beside rrweb-player (rrweb/compare.ts).
 */
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openRecording } from '../../../shared/session/open';
import type { Recording } from '../../../shared/session/recording';
import { seeded } from '../random';
import { cpuEach, megabytes, percentile, print, printMachine, printTable, timesHead, timesRow } from '../report';
import { recordedSession } from './session';

// As the page's content policy has it; Node could be faster.
z.config({ jitless: true });

const Flags = z.object({
  events: z.coerce.number().int().min(1).optional(),
  seeks: z.coerce.number().int().min(1).optional(),
  rrweb: z.string().optional(),
});
const openings = 5;
const frameMs = 1000 / 60;

/** Buffers are given back a moment after the collection that found them unused. */
async function inMemory(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function written(count: number): Uint8Array {
  const began = performance.now();
  const parts: Buffer[] = [];
  let lines: string[] = [];
  for (const line of recordedSession(count)) {
    lines.push(line);
    if (lines.length < 10_000) continue;
    parts.push(Buffer.from(lines.join('')));
    lines = [];
  }
  parts.push(Buffer.from(lines.join('')));
  const all = Buffer.concat(parts);
  const took = performance.now() - began;
  print(
    `written by SessionWriter in ${(took / 1_000).toFixed(1)} s: ${megabytes(all.length)}, ${(all.length / count).toFixed(0)} bytes an event\n`,
  );
  return new Uint8Array(all.buffer, all.byteOffset, all.length);
}

async function opened(bytes: Uint8Array): Promise<Recording> {
  const result = await openRecording(bytes);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function main(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { events: option, seeks: option, rrweb: option } });
  const { rrweb, events, seeks } = Flags.parse(values);
  if (rrweb === undefined) return measure(events ?? 1_000_000, seeks ?? 2_000);
  // Only then: it brings a browser and a bundler with it.
  const { compareWithRrweb } = await import('./rrweb/compare');
  await compareWithRrweb(rrweb, events ?? 20_000, seeks ?? 50);
}

async function measure(events: number, seeks: number): Promise<void> {
  printMachine(`replay of ${events} events`, {});
  const bytes = written(events);

  const openTimes: number[] = [];
  const markTimes: number[] = [];
  // The first one compiles the code.
  await opened(bytes);
  const before = await inMemory();
  let recording = await opened(bytes);
  for (let round = 0; round < openings; round++) {
    const began = performance.now();
    recording = await opened(bytes);
    openTimes.push(performance.now() - began);
    const marking = performance.now();
    const { marks } = recording;
    markTimes.push(performance.now() - marking);
    if (round === openings - 1)
      print(`${recording.count} events, ${marks.length} marks, ${recording.damages.length} damages`);
  }
  const beside = (await inMemory()) - before;

  const random = seeded(7);
  const anywhere = Array.from({ length: seeks }, () => random.below(recording.count));
  // The first few are slow everywhere: the code is not compiled yet.
  for (const at of anywhere.slice(0, 20)) recording.stateAt(at);
  const seekCpu = cpuEach(seeks);
  const seekTimes = anywhere.map((at) => timed(() => recording.stateAt(at)));
  const cpu = seekCpu();
  const from = random.below(recording.count - seeks);
  const forward = anywhere.map((_, at) => timed(() => recording.stateAt(from + at)));
  const back = anywhere.map((_, at) => timed(() => recording.stateAt(from + seeks - at)));
  const search = [timed(() => recording.find('caller-399', 0, recording.count))];
  const checking = performance.now();
  const verdict = await recording.verify();
  const verified = performance.now() - checking;
  if (verdict.agree !== verdict.checkpoints) throw new Error(`diverged: ${JSON.stringify(verdict.divergences[0])}`);

  printTable(
    ['what', ...timesHead],
    [
      ['open', ...timesRow(openTimes)],
      ['all marks, once', ...timesRow(markTimes)],
      ['seek anywhere', ...timesRow(seekTimes)],
      ['one event on', ...timesRow(forward)],
      ['one event back', ...timesRow(back)],
      ['search the whole file', ...timesRow(search)],
    ],
  );
  const late = seekTimes.filter((ms) => ms > frameMs).length;
  print(
    `open: median ${(percentile(openTimes, 0.5) / 1_000).toFixed(2)} s (goal 1.5 s); ${late} of ${seeks} seeks took more than a frame (goal 16.7 ms); processor time of one ${cpu} ms`,
  );
  print(`memory beside the file's ${megabytes(bytes.length)}: ${megabytes(beside)} (index, marks, states)`);
  print(`verified ${verdict.checkpoints} checkpoints in ${(verified / 1_000).toFixed(1)} s: all agree`);
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

await main();
