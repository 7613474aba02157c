/** `npm start`: builds, starts the embedded world, opens the console. Ctrl+C ends everything it started. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { demoAssistants, demoManagers, demoPassword } from '../../server/demo/world';
import { buildIfStale } from './bundle';
import { findElectron, startElectron } from './electron';
import { bundles, root } from './paths';
import { startProcess, type RunningProcess } from './processes';
import { done, step } from './report';
import { startWorld, type World } from './world';

const help = `npm start -- [options]

  --no-open            open nothing; print the console's address for a browser
  --browser            the browser host even where Electron is there
  --calls <per minute> life-like traffic by itself (default 0: you make the calls on the phones page)
  --reset              forget what earlier starts changed (settings, filters)
  --help               this text`;

export async function start(argv: string[]): Promise<void> {
  const options = parseOptions(argv);
  if (options === null) return;
  const dataDir = path.join(root, '.demo');
  if (options.reset) rmSync(dataDir, { recursive: true, force: true });

  let stopping = false;
  const running: { world: World | null; console: RunningProcess | null } = { world: null, console: null };
  const ended = untilInterrupted(async () => {
    stopping = true;
    console.log('\nStopping …');
    await running.console?.stop();
    await running.world?.stop();
  });

  try {
    console.log('Assistant Console');
    step('Building …');
    const since = Date.now();
    const built = await buildIfStale();
    done(built ? `Built in ${((Date.now() - since) / 1000).toFixed(1)} s` : 'Built already');
    const world = await startWorld({
      dataDir,
      ports: { switch: 2920, primary: 2912, backup: 2913 },
      callsPerMinute: options.calls,
      report: done,
    });
    running.world = world;
    tellOfEnds(world, () => stopping);
    running.console = await openConsole(world, options, dataDir, writeDemoAccounts(dataDir));
    const phones = `http://127.0.0.1:${world.ports.switch}/phones/`;
    console.log(`
  Sign in as  ${demoAssistants.map((assistant) => assistant.userId).join(', ')}   with password  ${demoPassword}
  Phones      ${phones}   ring somebody from here
  Manager     http://127.0.0.1:${world.ports.primary}/manager/   sign in as ${demoManagers[0]?.userId ?? 'a manager'}, same password
  ${options.calls === 0 ? 'Traffic     none; `npm start -- --calls 6` makes six calls a minute' : `Traffic     about ${options.calls} calls a minute`}
  Ctrl+C ends everything.
`);
    running.console.onLine((line) => console.log(line));
    running.console.child.once('exit', () => ended.interrupt());
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    ended.interrupt();
  }
  await ended.done;
  process.exit();
}

/** A service that is killed to see the other take over leaves a word on the screen. */
function tellOfEnds(world: World, isStopping: () => boolean): void {
  for (const name of ['primary', 'backup'] as const) {
    world.service(name).child.once('exit', (code, signal) => {
      if (isStopping()) return;
      console.log(
        `  ! The ${name} service has ended (${signal ?? `code ${code ?? '?'}`}). Ctrl+C and npm start bring it back.`,
      );
    });
  }
}

interface StartOptions {
  readonly open: boolean;
  readonly browser: boolean;
  readonly calls: number;
  readonly reset: boolean;
}

/** Null when the text of an error or the help has been printed instead. */
function parseOptions(argv: string[]): StartOptions | null {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        'no-open': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        calls: { type: 'string', default: '0' },
        reset: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(help);
      return null;
    }
    const calls = Number(values.calls);
    if (!(calls >= 0 && calls <= 600)) throw new Error(`--calls takes a number from 0 to 600, not "${values.calls}".`);
    return { open: !values['no-open'], browser: values.browser, calls, reset: values.reset };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exitCode = 2;
    return null;
  }
}

/** For the login screen, which offers them; a file, because the console may not import from the service. */
function writeDemoAccounts(dataDir: string): string {
  const file = path.join(dataDir, 'demo-accounts.json');
  const accounts = demoAssistants.map(({ userId, firstName, lastName, mode, managers }) => ({
    userId,
    name: `${firstName} ${lastName}`,
    mode,
    managers: managers.length,
  }));
  writeFileSync(file, JSON.stringify({ password: demoPassword, accounts }, null, 2));
  return file;
}

/** Electron if it is there or can be fetched and there is a display, else the browser host; says which and why. */
async function openConsole(
  world: World,
  options: StartOptions,
  dataDir: string,
  demoAccounts: string,
): Promise<RunningProcess> {
  const servers = { primary: `127.0.0.1:${world.ports.primary}`, backup: `127.0.0.1:${world.ports.backup}` };
  const electron = options.open && !options.browser ? findElectron(step) : { reason: 'as asked' };
  if ('executable' in electron) {
    done('Console opens in Electron');
    return startElectron(electron.executable, servers, dataDir, demoAccounts);
  }
  const host = await startProcess('console (browser host)', bundles.browserHost, [
    ...['--port', '0', '--primary', servers.primary, '--backup', servers.backup],
    ...['--data-dir', path.join(dataDir, 'console'), '--demo-accounts', demoAccounts],
  ]);
  done(`Console runs in the browser host: ${electron.reason}`);
  if (options.open) await openInBrowser(String(host.ready['url']));
  return host;
}

async function openInBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  try {
    await open(url);
  } catch {
    console.log('No browser could be opened here; open the address below yourself.');
  }
}

/** Runs `stop` once, at the first Ctrl+C, termination signal or `interrupt()`. */
function untilInterrupted(stop: () => Promise<void>): { done: Promise<void>; interrupt: () => void } {
  let interrupt: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    let stopping = false;
    interrupt = () => {
      if (stopping) return;
      stopping = true;
      void stop().then(resolve);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  });
  return { done, interrupt };
}
