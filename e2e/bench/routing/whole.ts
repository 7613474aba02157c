/**
 * The whole path: a service and a simulated switch, each a process of its own, 3,500 consoles connected from this one, calls dialled at
 * a given rate. How long from dialling until it rings at the assistant; no call may be lost.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Report, type Order } from '../callSource/protocol';
import { percentile, print, printMachine, printTable } from '../report';
import { openConsoles, type Load } from './consoles';
import { fillStore } from './fillStore';
import { pairs } from './people';

const here = (place: string) => fileURLToPath(new URL(place, import.meta.url));
const Ready = z.object({ port: z.number() });
const Health = z.object({ routing: z.string() });

export interface WholePath extends Order {
  readonly database: string | undefined;
}

export async function wholePath({ rate, seconds, database }: WholePath): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-routing-'));
  const children: ChildProcess[] = [];
  let load: Load | null = null;
  try {
    const place = database ?? path.join(folder, 'routing.db');
    printMachine(
      `the whole path: ${pairs} managers, ${pairs} consoles, ${rate} calls/s for ${seconds} s, ${database === undefined ? 'SQLite' : 'PostgreSQL'}; service, switch and consoles are three processes`,
      {},
    );
    const tokens = await fillStore(place);
    const pbx = fork(here('../callSource/main.ts'), { execArgv: ['--import', 'tsx'] });
    children.push(pbx);
    const { port: switchPort } = await reportOf(pbx, 'ready');
    const service = startService(place, switchPort);
    children.push(service);
    const port = await portOf(service);
    await routing(port);

    const began = performance.now();
    load = await openConsoles(port, tokens);
    print(`${load.open} consoles in after ${((performance.now() - began) / 1_000).toFixed(1)} s (by resume token)`);
    const before = await metricsOf(port);
    pbx.send({ rate, seconds } satisfies Order);
    const done = await reportOf(pbx, 'done');
    const after = await metricsOf(port);
    const { rung, closed } = load;
    const ms = (share: number) => percentile(done.times, share).toFixed(1);
    printTable(
      ['', 'p50 ms', 'p95 ms', 'p99 ms', 'worst ms'],
      [
        ['dialled until it rings at the assistant', ms(0.5), ms(0.95), ms(0.99), ms(1)],
        [
          'decision, by the service’s histogram',
          ...[0.5, 0.95, 0.99, 1].map((share) => bucketOf(before, after, share)),
        ],
      ],
    );
    print(
      `${(done.times.length / done.seconds).toFixed(1)} calls/s routed to assistants: ${done.times.length} of ${done.dialled}`,
    );
    print(
      `lost ${done.lost}, at the manager instead ${done.elsewhere}, refused by the switch ${done.refused}; ` +
        `seen ringing at consoles ${rung.size}; consoles dropped ${closed}`,
    );
    const cpu = (name: string) => after.get(name)?.value ?? NaN;
    const used = cpu('ipma_process_cpu_seconds_total') - (before.get('ipma_process_cpu_seconds_total')?.value ?? NaN);
    print(
      `processor: service ${((used / done.seconds) * 100).toFixed(0)} %, switch ${((done.cpuSeconds / done.seconds) * 100).toFixed(0)} % of one; ` +
        `memory of the service ${(cpu('ipma_process_resident_memory_bytes') / 2 ** 20).toFixed(0)} MB\n`,
    );
    if (done.lost + done.elsewhere + done.refused > 0 || rung.size < done.times.length) process.exitCode = 1;
  } finally {
    load?.close();
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

function startService(database: string, switchPort: number): ChildProcess {
  const flags = ['--port', '0', '--switch', `ws://127.0.0.1:${switchPort}/cti`, '--log-level', 'warn'];
  return spawn(process.execPath, ['--import', 'tsx', here('../../../server/main.ts'), ...flags], {
    env: { ...process.env, DATABASE_URL: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Rejects when the process ends first. */
function reportOf<T extends Report['type']>(child: ChildProcess, type: T): Promise<Extract<Report, { type: T }>> {
  return new Promise((resolve, reject) => {
    const isIt = (report: Report): report is Extract<Report, { type: T }> => report.type === type;
    child.once('exit', () => reject(new Error('the switch has ended')));
    child.on('message', (message) => {
      const report = Report.parse(message);
      if (isIt(report)) resolve(report);
    });
  });
}

function portOf(service: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    service.once('exit', () => reject(new Error('the service has ended')));
    service.stdout?.on('data', (data: Buffer) => {
      const ready = /READY (.*)/.exec(data.toString())?.[1];
      if (ready !== undefined) resolve(Ready.parse(JSON.parse(ready)).port);
    });
  });
}

async function routing(port: number): Promise<void> {
  for (const until = performance.now() + 60_000; performance.now() < until;) {
    const health = Health.parse(await (await fetch(`http://127.0.0.1:${port}/healthz`)).json());
    if (health.routing === 'up') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the service does not route');
}

/** By name with labels. */
async function metricsOf(port: number): Promise<Map<string, { readonly value: number }>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), { value: Number(line.slice(at + 1)) }];
    }),
  );
}

/** The bucket in which this share of the decisions between the two readings is whole. */
function bucketOf(before: Awaited<ReturnType<typeof metricsOf>>, after: typeof before, share: number): string {
  const name = 'ipma_route_decision_seconds';
  const counted = [...after].flatMap(([key, { value }]) => {
    const bound = key.startsWith(`${name}_bucket`) ? /le="([^"]+)"/.exec(key)?.[1] : undefined;
    return bound === undefined
      ? []
      : [{ bound: Number(bound.replace('+Inf', 'Infinity')), count: value - (before.get(key)?.value ?? 0) }];
  });
  const all = Math.max(...counted.map(({ count }) => count));
  const found = counted.toSorted((one, other) => one.bound - other.bound).find(({ count }) => count >= all * share);
  return found && all > 0 ? `≤ ${found.bound * 1_000}` : 'none';
}
