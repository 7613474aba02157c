/** The simulated switch as a process: `node switch.js --port 2920 --calls 3`. Calls live here and outlive every service. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { z } from 'zod';
import { demoSwitch } from '../demo/phones';
import { startTraffic } from '../demo/traffic';
import { systemClock } from './sim/clock';
import { SimSwitch } from './sim/switch';
import { startSwitchApp } from './web/app';

const stopPatienceMs = 4_000;

const Flags = z.object({
  port: z.coerce.number().int().min(0).max(65_535),
  calls: z.coerce.number().min(0).max(600),
  'route-timeout-ms': z.coerce.number().int().min(1).max(60_000),
  'exit-with-parent': z.boolean(),
  'log-level': z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  'phones-dir': z.string().min(1),
});

function readFlags(): z.infer<typeof Flags> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '2920' },
      calls: { type: 'string', default: '0' },
      'route-timeout-ms': { type: 'string', default: '1500' },
      'exit-with-parent': { type: 'boolean', default: false },
      'log-level': { type: 'string', default: 'info' },
      'phones-dir': { type: 'string', default: fileURLToPath(new URL('./phones', import.meta.url)) },
    },
  });
  const flags = Flags.safeParse(values);
  if (flags.success) return flags.data;
  throw new Error(flags.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; '));
}

async function main(): Promise<void> {
  const flags = readFlags();
  const log = pino(
    { level: flags['log-level'], base: { process: 'switch' } },
    pino.destination({ dest: 2, sync: true }),
  );
  const demo = demoSwitch();
  const sim = new SimSwitch({
    plan: demo.plan,
    clock: systemClock,
    newId: randomUUID,
    routeTimeoutMs: flags['route-timeout-ms'],
  });
  const app = await startSwitchApp({ sim, demo, log, phonesDir: flags['phones-dir'], port: flags.port });
  const stopTraffic = startTraffic({
    sim,
    clock: systemClock,
    random: Math.random,
    newId: randomUUID,
    callsPerMinute: flags.calls,
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // A page or service that does not let go must not hold up the end.
    setTimeout(() => process.exit(1), stopPatienceMs);
    stopTraffic();
    sim.close();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (flags['exit-with-parent']) process.stdin.on('end', stop).on('error', stop).resume();

  log.info({ port: app.port, phones: demo.plan.phones.length }, 'switch ready');
  process.stdout.write(`READY ${JSON.stringify({ port: app.port })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`The switch could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
