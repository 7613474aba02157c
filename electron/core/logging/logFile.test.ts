import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createConsoleLog } from './consoleLog';
import { earlierLines } from './earlier';
import { LogFile } from './logFile';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'console-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (fields: object) => `${JSON.stringify({ level: 30, time: 1, ...fields, msg: 'link' })}\n`;
const read = (name = 'console.log') => readFileSync(path.join(folder, name), 'utf8');

it('keeps the last files of a size, and no more', async () => {
  const file = new LogFile({ folder, now: () => 0, told: () => undefined, size: '1K' });
  for (let generation = 0; generation < 400; generation += 1) file.write(line({ generation }));
  await file.close();
  const names = readdirSync(folder).toSorted();
  expect(names).toEqual(['console.log', ...[1, 2, 3, 4].map((n) => `console.log.${n}`)]);
  for (const name of names) expect(statSync(path.join(folder, name)).size).toBeLessThan(1_200);
  expect(read('console.log.1') + read()).toContain('"generation":399');
  if (process.platform !== 'win32') expect(statSync(path.join(folder, 'console.log')).mode & 0o077).toBe(0);
});

it('a disk that takes nothing is told once, and written again when it does', async () => {
  // A file stands where the folder should be.
  const blocked = path.join(folder, 'logs');
  writeFileSync(blocked, '');
  let now = 0;
  const told: (string | null)[] = [];
  const heard: (() => void)[] = [];
  const next = () => new Promise<void>((resolve) => heard.push(resolve));
  const file = new LogFile({
    folder: blocked,
    now: () => now,
    told(problem) {
      told.push(problem);
      heard.shift()?.();
    },
  });
  await next();
  file.write(line({ phase: 'lost' }));
  file.write(line({ level: 60, phase: 'lost' }));
  now = 40_000;
  file.write(line({ phase: 'again' }));
  await expect.poll(() => file.isOpen).toBe(false);
  expect(told).toEqual([expect.stringMatching(/^E[A-Z]+$/)]);
  rmSync(blocked);
  now = 80_000;
  const again = next();
  file.write(line({ phase: 'live' }));
  await again;
  await file.close();
  expect(told.at(-1)).toBeNull();
  expect(read('logs/console.log')).toBe(line({ phase: 'live' }));
});

it('last words are on the disk at once', () => {
  const file = new LogFile({ folder, now: () => 0, told: () => undefined });
  file.write(`${JSON.stringify({ level: 60, time: 1, msg: 'link' })}\n`);
  expect(read()).toContain('"level":60');
  return file.close();
});

it('last words without end stay within the size of the files', async () => {
  const file = new LogFile({ folder, now: () => 0, told: () => undefined, size: '1K' });
  const fatal = `${JSON.stringify({ level: 60, time: 1, msg: 'link' })}\n`;
  for (let at = 0; at < 5_000; at += 1) file.write(fatal);
  await file.close();
  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100 * fatal.length + 6 * 1_200);
});

it('a run begins with what it is, and the one after it can tell of it', async () => {
  const stderr: string[] = [];
  let now = 0;
  const surroundings = {
    stderr: { write: (text: string) => void stderr.push(text) },
    now: () => now,
    random: () => 0.5,
  };
  const first = createConsoleLog('warn', surroundings);
  first.log.warn({ code: 'badRequest', name: 'Anna Kowalska' }, 'bridge request refused');
  first.keepIn(folder);
  first.log.error({ problem: 'EACCES: /home/anna' }, 'could not be saved');
  first.log.info({}, 'link');
  await first.close();
  const lines = read('logs/console.log')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Record<string, unknown>);
  expect(lines.map(({ msg }) => msg)).toEqual(['the console begins', 'bridge request refused', 'could not be saved']);
  expect(lines[0]).toMatchObject({
    run: 'N5N5N5N5',
    platform: `${process.platform} ${process.arch}`,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
  });
  expect(read('logs/console.log')).not.toMatch(/anna/i);
  expect(stderr).toHaveLength(3);

  now = 1;
  const second = createConsoleLog('info', surroundings);
  second.keepIn(folder);
  await second.close();
  expect(second.recent.lines().map((text) => (JSON.parse(text) as { msg: string }).msg)).toEqual([
    ...['the console begins', 'bridge request refused', 'could not be saved'],
    'the console begins',
  ]);
});

it('what is said a thousand times a second fills neither disk nor memory, and is counted', async () => {
  let now = 0;
  const stderr: string[] = [];
  const { log, recent, keepIn, close } = createConsoleLog('info', {
    stderr: { write: (text) => void stderr.push(text) },
    now: () => now,
    random: () => 0,
  });
  keepIn(folder);
  for (let at = 0; at < 60_000; at += 1) {
    now += 1;
    log.warn({ code: 'badRequest' }, 'bridge request refused');
  }
  log.info({}, 'link');
  now += 1_000;
  log.warn({ code: 'badRequest' }, 'bridge request refused');
  await close();
  expect(stderr.length).toBeLessThan(400);
  expect(statSync(path.join(folder, 'logs', 'console.log')).size).toBeLessThan(50_000);
  expect(recent.lines().at(-2)).toContain('"msg":"link"');
  expect(recent.lines().at(-1)).toMatch(/"dropped":\d+/);
});

it('a log of before that is damaged, huge or no file at all is borne', () => {
  expect(earlierLines(folder)).toEqual([]);
  const secret = 'Anna 0301234567 ';
  writeFileSync(
    path.join(folder, 'console.log'),
    `${secret.repeat(200_000)}\n{"level":30,"time":1e999,"msg":"Anna"}\n${line({ phase: 'live', name: 'Anna' })}{"level":`,
  );
  expect(earlierLines(folder)).toEqual([line({ phase: 'live' }).trimEnd()]);
  rmSync(path.join(folder, 'console.log'));
  mkdirSync(path.join(folder, 'console.log'));
  expect(earlierLines(folder)).toEqual([]);
});
