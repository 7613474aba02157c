/**
 * npm run bench:failover -- [--runs 100] [--worlds 4]
 * How long until calls are live again on the other server when the active one is killed or falls silent: our console core between two real
 * services and a switch, with the shortest clocks and with the default ones; beside Socket.IO's client and partysocket with their defaults.
 * Needs `npm run build` first.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { root } from '../../../build/scripts/paths';
import { print, printMachine, printTable, timesHead, timesRow } from '../report';
import type { Failover } from './benchConsole';
import { sufferPeer, type Peer, type PeerResult } from './peers';
import { BenchWorld, type Fault } from './worlds';

const Flags = z.object({
  runs: z.coerce.number().int().min(1).max(10_000).default(100),
  /** At the same time, for the slow clocks: each of their failovers takes up to a minute. */
  worlds: z.coerce.number().int().min(1).max(20).default(4),
});

const shortMs = 1_000;
const defaultMs = 30_000;
/** What has not come by then is told as that. */
const withinMs = 60_000;
const slowWithinMs = 90_000;
const people = ['maya', 'tom', 'ines', 'nora'] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, worlds: { type: 'string' } } });
  const { runs, worlds } = Flags.parse(values);
  const versions = Object.fromEntries(['socket.io-client', 'partysocket', 'ws'].map((name) => [name, versionOf(name)]));
  printMachine(`Failover: ${runs} of each, one console at a time, milliseconds from the fault`, versions);

  // What takes a minute each goes on beside what takes seconds.
  const slowWorlds = await openSlow(worlds);
  const slow = inParallel(slowWorlds, runs);
  const killedPeers = peersOf('kill', runs);
  const silentPeers = peersOf('silence', runs);
  const kill = { short: await inSeries('kill', runs), peers: await killedPeers };
  const short = await inSeries('silence', runs);
  const silence = { short, peers: await silentPeers, slow: await slow };
  for (const world of slowWorlds) await world.close();

  print('The active server is killed (kill -9): calls live again on the other one');
  table([
    [`ours, ${shortMs / 1_000} s / ${shortMs / 1_000} s`, kill.short.fast.map(totalOf)],
    [`ours, ${defaultMs / 1_000} s / ${defaultMs / 1_000} s`, kill.short.slow.map(totalOf)],
    ...kill.peers.map(([peer, results]): Row => [peer, results.map(({ live }) => live)]),
  ]);
  print('The active server falls silent (SIGSTOP): calls live again on the other one');
  table([
    [`ours, ${shortMs / 1_000} s / ${shortMs / 1_000} s`, silence.short.fast.map(totalOf)],
    [`ours, ${defaultMs / 1_000} s / ${defaultMs / 1_000} s`, silence.slow.map(totalOf)],
    ...silence.peers.map(([peer, results]): Row => [peer, results.map(({ live }) => live)]),
  ]);
  print('Until the loss is noticed at all');
  table([
    ['ours, killed', kill.short.fast.map(noticedOf)],
    ...kill.peers.map(([peer, results]): Row => [`${peer}, killed`, results.map(({ noticed }) => noticed)]),
    ['ours, silent', silence.short.fast.map(noticedOf)],
    ...silence.peers.map(([peer, results]): Row => [`${peer}, silent`, results.map(({ noticed }) => noticed)]),
  ]);
  print('Where our time goes, killed');
  phases(kill.short.fast);
  print('Where our time goes, silent');
  phases(silence.short.fast);
}

type Results = readonly (Failover | null)[];
type Row = [string, readonly (number | null)[]];

/** One world, one fault after the other. With the kill, a second console with the default clocks: it makes no difference to the first. */
async function inSeries(fault: Fault, runs: number): Promise<{ fast: Results; slow: Results }> {
  const world = await BenchWorld.open();
  const fast: (Failover | null)[] = [];
  const slow: (Failover | null)[] = [];
  try {
    await world.join('maya', shortMs);
    if (fault === 'kill') await world.join('tom', defaultMs);
    await world.ring();
    while (fast.length < runs) {
      await world.settled();
      // The service that was started anew has seen the other one at work (its first second it leaves a free lease alone), and the fault comes
      // at any moment of the heartbeat.
      await delay(1_500 + Math.random() * shortMs);
      const [first = null, second = null] = await world.suffer(fault, withinMs);
      fast.push(first);
      progress(`${fault} ${fast.length} of ${runs}: ${first ? `${Math.round(first.total)} ms` : 'not in time'}`);
      if (fault === 'kill') slow.push(second);
    }
  } finally {
    await world.close();
  }
  return { fast, slow };
}

/** The default clocks when the server falls silent: many consoles in many worlds, since each takes up to a minute. */
async function inParallel(worlds: readonly BenchWorld[], runs: number): Promise<Results> {
  const rounds = Math.ceil(runs / (worlds.length * people.length));
  const results = await Promise.all(
    worlds.map(async (world) => {
      const own: (Failover | null)[] = [];
      for (let round = 0; round < rounds; round += 1) own.push(...(await world.suffer('silence', slowWithinMs)));
      return own;
    }),
  );
  return results.flat().slice(0, runs);
}

/** One after the other: a machine that starts twenty processes at once is slow to do it. */
async function openSlow(count: number): Promise<BenchWorld[]> {
  const worlds: BenchWorld[] = [];
  while (worlds.length < count) {
    const world = await BenchWorld.open();
    worlds.push(world);
    for (const person of people) await world.join(person, defaultMs);
    await world.ring();
  }
  return worlds;
}

function peersOf(fault: Fault, clients: number): Promise<[Peer, PeerResult[]][]> {
  const peers: readonly Peer[] = ['socket.io', 'partysocket'];
  return Promise.all(
    peers.map(async (peer): Promise<[Peer, PeerResult[]]> => [peer, await sufferPeer(peer, fault, clients, withinMs)]),
  );
}

/** Not part of the result. */
function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

const totalOf = (one: Failover | null) => one?.total ?? null;
const noticedOf = (one: Failover | null) => one?.noticed ?? null;

function table(rows: readonly Row[]): void {
  printTable(
    ['', ...timesHead, 'not within 60 s'],
    rows.map(([name, times]) => {
      const came = times.filter((time) => time !== null && time <= withinMs) as number[];
      const cells = came.length === 0 ? ['0', '–', '–', '–', '–'] : timesRow(came);
      return [name, ...cells, String(times.length - came.length)];
    }),
  );
}

function phases(results: Results): void {
  const names = ['noticed', 'elsewhere', 'connected', 'greeted', 'resumed', 'total'] as const;
  const came = results.filter((one) => one !== null);
  printTable(
    ['phase', ...timesHead],
    names.map((name) => [name, ...timesRow(came.map((one) => one[name]))]),
  );
}

function versionOf(name: string): string {
  const file = readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}

await main();
