/**
 * npm run bench:replay -- --rrweb DIR [--events 20000] [--seeks 50]
 * Our replay beside rrweb-player, on one session: it is played once through the real console while rrweb records the page,
 * then both files are opened and sought through in one Chromium, in turns. `npm i --prefix DIR rrweb rrweb-player` comes first.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { z } from 'zod';
import { chromiumFlags, findChromium } from '../../../../build/scripts/chromium';
import { root } from '../../../../build/scripts/paths';
import { openRecording } from '../../../../shared/session/open';
import { checkpointEvery } from '../../../../shared/session/write';
import { seeded } from '../../random';
import { print, printMachine, printTable, timesHead, timesRow } from '../../report';
import { recordedSession } from '../session';
import { serve } from './serve';

const rounds = 5;

interface Runner {
  readonly title: string;
  readonly file: string;
  readonly page: 'ours' | 'player';
  readonly opened: number[];
  readonly sought: number[];
  /** After each seek: the states of the calls that are shown. */
  readonly calls: string[];
}

export async function compareWithRrweb(dir: string, events: number, seeks: number): Promise<void> {
  const modules = path.resolve(dir, 'node_modules');
  const version = async (name: string): Promise<string> =>
    z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(path.join(modules, name, 'package.json'), 'utf8'))).version;
  const versions = { rrweb: await version('rrweb'), 'rrweb-player': await version('rrweb-player') };
  const folder = await mkdtemp(path.join(tmpdir(), 'assistant-console-bench-'));
  const pages = path.join(root, 'e2e', 'bench', 'replay', 'rrweb', 'page');
  await build({
    configFile: path.join(pages, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  const server = await serve({ page: folder, modules });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...chromiumFlags],
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    printMachine('Our replay beside rrweb-player', { chromium: browser.version(), ...versions });
    server.data.set('ours', Buffer.from([...recordedSession(events)].join('')));
    const offsets = await places(server.data.get('ours'), seeks);
    const runners = [
      runner('ours', 'ours', 'ours'),
      runner('rrweb-player', 'whole', 'player'),
      runner(`rrweb-player, checkout every ${checkpointEvery}`, 'checkouts', 'player'),
    ];
    await record(browser, server.address, 'whole', null);
    await record(browser, server.address, 'checkouts', checkpointEvery);
    for (let round = 0; round < rounds; round += 1)
      for (const one of runners) await run(browser, server.address, one, offsets.slice(...share(round, seeks)));
    report(runners, server.data);
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function runner(title: string, file: string, page: Runner['page']): Runner {
  return { title, file, page, opened: [], sought: [], calls: [] };
}

function share(round: number, seeks: number): [number, number] {
  return [Math.floor((seeks * round) / rounds), Math.floor((seeks * (round + 1)) / rounds)];
}

/** Moments of random events, in milliseconds from the beginning; half a millisecond on, so that all of that moment is in. */
async function places(bytes: Uint8Array | undefined, seeks: number): Promise<number[]> {
  const opened = await openRecording(bytes ?? new Uint8Array());
  if (!opened.ok) throw new Error(opened.error);
  const { count } = opened.value;
  const wall = (at: number): number => opened.value.wallOf(at) - opened.value.wallOf(0);
  print(`${count} events, ${(wall(count - 1) / 60_000).toFixed(0)} minutes, 33 managers of five lines each\n`);
  const random = seeded(9);
  return Array.from({ length: seeks }, () => wall(1 + random.below(count - 1)) + 0.5);
}

async function record(browser: Browser, address: string, name: string, checkout: number | null): Promise<void> {
  const page = await openPage(browser, `${address}/page/live.html`);
  await page.getByRole('region', { name: 'My calls' }).waitFor();
  await page.addScriptTag({ url: '/modules/rrweb/dist/rrweb.umd.min.cjs' });
  const { events, ms } = await page.evaluate(([to, every]) => window.play(to, every), [name, checkout] as const);
  print(`played through the console in ${(ms / 1_000).toFixed(0)} s; rrweb: ${events} events (${name})`);
  await page.close();
}

/** A page of its own each time: neither finds anything warm. */
async function run(browser: Browser, address: string, one: Runner, offsets: readonly number[]): Promise<void> {
  const page = await openPage(browser, `${address}/page/${one.page}.html`);
  if (one.page === 'player') {
    await page.addStyleTag({ url: '/modules/rrweb-player/dist/style.css' });
    await page.addScriptTag({ url: '/modules/rrweb-player/dist/rrweb-player.umd.min.cjs' });
  }
  one.opened.push(await page.evaluate((file) => window.contender.open(file), one.file));
  for (const offset of offsets) {
    one.sought.push(await page.evaluate((to) => window.contender.seek(to), offset));
    one.calls.push((await page.evaluate(() => window.contender.calls())).toSorted().join(' '));
  }
  await page.close();
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'en-GB' });
  await page.goto(url, { waitUntil: 'networkidle' });
  return page;
}

function report(runners: readonly Runner[], data: ReadonlyMap<string, Uint8Array>): void {
  const [ours] = runners;
  print('');
  printTable(
    ['file in memory → first picture', ...timesHead],
    runners.map(({ title, opened }) => [title, ...timesRow(opened)]),
  );
  printTable(
    ['seek → painted', ...timesHead],
    runners.map(({ title, sought }) => [title, ...timesRow(sought)]),
  );
  const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  printTable(
    ['file', 'raw', 'gzip', 'same calls shown as ours'],
    runners.map(({ title, file, calls }) => {
      const bytes = data.get(file) ?? new Uint8Array();
      const same = calls.filter((shown, at) => shown === ours?.calls[at]).length;
      return [title, size(bytes.length), size(gzipSync(bytes).length), `${same} of ${calls.length}`];
    }),
  );
  print(
    'rrweb keeps the page as it was drawn, with every text; ours keeps what the console was told, masked, and draws it',
  );
  print('anew. Both pages wait for a frame: what takes no time at all is shown after up to 16.7 ms.');
}
