/**
 * npm run bench:console -- [--seconds 60] [--rate 1000] [--events 300] [--loads 10]
 * The console's page as it is built for use, in a real Chromium: how long until an event, a key or a search is on the screen,
 * what a storm of events does to it, and how soon the login is there; beside a bare React list and an empty React page.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { z } from 'zod';
import { chromiumFlags, findChromium } from '../../../build/scripts/chromium';
import { root } from '../../../build/scripts/paths';
import { megabytes, percentile, print, printMachine, printTable, timesHead, timesRow } from '../report';

const Flags = z.object({
  seconds: z.coerce.number().int().min(1).default(60),
  rate: z.coerce.number().int().min(1).default(1_000),
  events: z.coerce.number().int().min(1).default(300),
  loads: z.coerce.number().int().min(1).default(10),
});
type Flags = z.infer<typeof Flags>;

const frameMs = 16.7;

async function main(): Promise<void> {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ options: { seconds: option, rate: option, events: option, loads: option } });
  const flags = Flags.parse(values);
  const folder = await mkdtemp(path.join(tmpdir(), 'assistant-console-bench-'));
  const executablePath = findChromium();
  const pages = path.join(root, 'e2e', 'bench', 'console', 'page');
  await build({
    configFile: path.join(pages, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  const server = await serve(folder);
  const browser = await chromium.launch({
    args: [...chromiumFlags, '--enable-precise-memory-info'],
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    printMachine('Console in the browser', { chromium: browser.version() });
    const address = addressOf(server);
    await measureEvents(browser, address, flags);
    await measureKeys(browser, address);
    await measureStorm(browser, address, flags);
    await measureLoads(browser, address, flags);
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureEvents(browser: Browser, address: string, { events }: Flags): Promise<void> {
  const bare = await openPage(browser, `${address}/bare.html`);
  const page = await openConsole(browser, address);
  const rows: string[][] = [];
  const add = (name: string, times: readonly number[]): void =>
    void rows.push([name, ...timesRow(times), inFrame(times)]);
  // In turns: a machine that is busy with something else is busy with all of them.
  add('bare React list', await bare.evaluate((count) => window.bare(count), events));
  add('a call, in the console', await page.evaluate((count) => window.bench.events(count), events));
  add('a manager, in the console', await page.evaluate((count) => window.bench.managerEvents(count), events));
  add('bare React list, again', await bare.evaluate((count) => window.bare(count), events));
  print('One event → painted (33 managers, 165 lines)\n');
  printTable(['', ...timesHead, 'in a frame'], rows);
  await bare.close();
  await page.close();
}

async function measureKeys(browser: Browser, address: string): Promise<void> {
  const page = await openConsole(browser, address);
  await page.evaluate(() => window.bench.talk());
  for (let at = 0; at < 100; at += 1) {
    const before = await page.evaluate(() => window.bench.commandTimes.length);
    await page.keyboard.press('Control+l');
    await page.waitForFunction((count) => window.bench.commandTimes.length > count, before);
  }
  const commands = await page.evaluate(() => window.bench.commandTimes);
  const rows = [['key → command handed to the bridge', ...timesRow(commands)]];
  for (const [panel, tab, field, letters] of [
    ['directory', 'Directory', '#directory-search', 'anna bergman'],
    ['speedDials', 'Speed dials', '#speed-dials-search', 'anna bergman'],
    ['history', 'History', '#history-search', 'anna bergman'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await page.locator(field).click();
    await page.evaluate((name) => window.bench.watchKeys(name), panel);
    for (const letter of letters) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.waitForFunction(() => window.bench.isQuiet());
    }
    rows.push([`${tab}: keystroke → painted`, ...timesRow(await page.evaluate(() => window.bench.keyTimes))]);
  }
  print('Keys (speed dials 2,000, history 1,000; the directory is answered at once, so its time is the page’s own)\n');
  printTable(['', ...timesHead], rows);
  await page.close();
}

async function measureStorm(browser: Browser, address: string, { seconds, rate }: Flags): Promise<void> {
  const page = await openConsole(browser, address);
  const heap = await heapOf(page);
  const many = await page.evaluate(() => window.bench.manyCalls(500));
  await page.evaluate((flags) => window.bench.storm(flags.rate, flags.seconds), { rate, seconds: 5 });
  const before = await heap();
  const result = await page.evaluate((flags) => window.bench.storm(flags.rate, flags.seconds), { rate, seconds });
  const after = await heap();
  print(`500 calls at once: painted after ${many.time.toFixed(1)} ms, ${String(many.known)} known\n`);
  print(`Storm: ${rate} events/s for ${seconds} s\n`);
  const over50 = result.longTasks.filter((duration) => duration > 50);
  printTable(
    ['', 'measured', 'goal'],
    [
      ['events sent', String(result.sent), '–'],
      ['state afterwards', result.same ? `as sent, ${result.calls} calls` : 'NOT as sent', 'as sent'],
      ['long tasks over 50 ms', String(over50.length), '0'],
      ['longest task, ms', Math.max(0, ...result.longTasks).toFixed(0), '≤ 50'],
      ['heap before, after', `${megabytes(before)}, ${megabytes(after)}`, 'flat'],
    ],
  );
  await page.close();
}

async function measureLoads(browser: Browser, address: string, { loads }: Flags): Promise<void> {
  const times: Record<'empty' | 'login', number[]> = { empty: [], login: [] };
  for (let at = 0; at < loads; at += 1) {
    times.empty.push(await loadTime(browser, `${address}/empty.html`));
    times.login.push(await loadTime(browser, `${address}/console.html?login`));
  }
  print('Navigation start → login usable (a new browser profile each time)\n');
  printTable(
    ['', ...timesHead],
    [
      ['empty React page', ...timesRow(times.empty)],
      ['login', ...timesRow(times.login)],
    ],
  );
  print(`Ratio of the medians: ${(percentile(times.login, 0.5) / percentile(times.empty, 0.5)).toFixed(2)}\n`);
}

/** Milliseconds until the first field takes what is typed. */
async function loadTime(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => {
    const field = document.querySelector('input');
    return field !== null && !field.disabled && field.checkVisibility() ? performance.now() : false;
  });
  const time = Number(await handle.jsonValue());
  await page.close();
  return time;
}

async function openConsole(browser: Browser, address: string): Promise<Page> {
  const page = await openPage(browser, `${address}/console.html`);
  await page.getByRole('region', { name: 'My calls' }).waitFor();
  await page.evaluate(() => window.bench.reset());
  return page;
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'en-GB' });
  await page.goto(url);
  return page;
}

/** Bytes in use after what is not needed was collected. */
async function heapOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
  };
}

function inFrame(times: readonly number[]): string {
  return `${((times.filter((time) => time <= frameMs).length / times.length) * 100).toFixed(0)} %`;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, path.normalize(pathname));
    readFile(file).then(
      (content) => {
        response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream').end(content);
      },
      () => {
        response.writeHead(404).end();
      },
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

await main();
