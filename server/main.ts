/** Starts one IPMA service: `--name primary` or `--name backup`, both on the same database file and the same switch. */
import { fileURLToPath } from 'node:url';
import { defaultPort } from '../shared/protocol/messages';
import { Alarms } from './alarms/alarms';
import { demoDirectory } from './demo/directory';
import { help, readFlags, wantsHelp, type Flags } from './flags';
import { serviceLog } from './log';
import { logOutput } from './logOutput';
import { startService } from './service';
import { peerAddress, readStartParameters } from './startParameters';
import { seedDemo } from './store/seed';
import { connectSwitch } from './switch/cti/client';
import { trustWith, usualTrust } from './tls/trust';

/** How long a backup that starts together with its primary leaves the lease to it, milliseconds. */
const hesitateMs = 1_000;
/** How long the store and open connections may hold up the end, milliseconds: then the lease runs out by itself. */
const stopPatienceMs = 4_000;

const output = logOutput();

async function main(flags: Flags): Promise<void> {
  const log = serviceLog(flags['log-level'], flags.name, output);
  const heartbeatIntervalMs = flags['heartbeat-interval-ms'];
  const requestTimeoutMs = flags['request-timeout-ms'];
  const { 'tls-cert': certificate, 'tls-key': key, 'tls-ca': authority } = flags;
  const encrypted = certificate !== undefined && key !== undefined;
  const trust = authority === undefined ? usualTrust : trustWith(authority);
  const said = flags.port !== undefined && flags.peer !== undefined;
  const stored = said ? null : await readStartParameters(flags.database, log);
  const peer =
    flags.peer ?? (stored ? peerAddress(stored, flags.name, flags.pool, encrypted ? 'wss' : 'ws') : undefined);
  const service = await startService({
    name: flags.name,
    host: flags.host,
    port: flags.port ?? stored?.serverPort ?? defaultPort,
    ...(encrypted && { certificate: { certificate, key } }),
    trust,
    database: flags.database,
    pool: flags.pool,
    connectSwitch: () => connectSwitch({ url: flags.switch, pool: flags.pool, trust, log }),
    peer: peer === undefined ? null : () => new URL('/peer', peer).href,
    prepareStore: async (db) => {
      if (flags.demo && (await seedDemo(db, demoDirectory))) log.info('demo company created');
    },
    allowedOrigins: flags['allow-origin'],
    parameters: {
      ...(heartbeatIntervalMs !== undefined && { heartbeatIntervalMs }),
      ...(requestTimeoutMs !== undefined && { requestTimeoutMs }),
    },
    managerPageDir: fileURLToPath(new URL('./manager', import.meta.url)),
    leaseMs: flags['lease-ms'],
    metricsOpen: flags['metrics-open'],
    hesitateMs: flags.name === 'backup' && peer !== undefined ? hesitateMs : 0,
    presenceGraceMs: flags['presence-grace-ms'],
    log,
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      log.error('not stopped in time: ending all the same');
      void output.exit(1);
    }, stopPatienceMs);
    service.stop('clean').then(
      () => output.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'not stopped cleanly');
        return output.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (flags['exit-with-parent']) process.stdin.on('end', stop).on('error', stop).resume();
  process.stdout.write(`READY ${JSON.stringify({ port: service.port, name: flags.name })}\n`);
}

try {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) process.stdout.write(help);
  else await main(readFlags(args));
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${reason}\n`);
  const log = serviceLog('info', 'not started', output);
  new Alarms({ log, now: Date.now }).tell('ServiceNotStarted', reason);
  await output.exit(1);
}
