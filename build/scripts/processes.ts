/** Starts and ends the product's processes; used by `npm start` and by the end-to-end tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface RunningProcess {
  readonly name: string;
  readonly child: ChildProcess;
  /** What the process said about itself in its READY line. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** The last lines it wrote to standard error, oldest first. */
  log(): string;
  /** Called for every line on standard output after READY. */
  onLine(listener: (line: string) => void): void;
  /** Asks it to end, and insists after 3 s. Resolves when it has ended. */
  stop(): Promise<void>;
}

const keptLogLines = 200;

/** Resolves at its READY line; rejects with the end of its log when it ends before that or says nothing for 30 s. */
export function startProcess(
  name: string,
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> {
  // Standard input is a pipe that only we hold: with --exit-with-parent it ends the process even when we are killed.
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args, '--exit-with-parent'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const lines: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  const earlier: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > keptLogLines) lines.shift();
  });
  const log = (): string => lines.join('\n');

  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`${name} ${why}.\n${log()}`));
    };
    const patience = setTimeout(() => fail('did not become ready within 30 s'), 30_000);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => fail(`ended at once (code ${String(code)})`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('READY ')) {
        if (listeners.length === 0) earlier.push(line);
        for (const listener of listeners) listener(line);
        return;
      }
      clearTimeout(patience);
      child.removeAllListeners('exit');
      resolve({
        name,
        child,
        ready: JSON.parse(line.slice('READY '.length)) as Record<string, unknown>,
        log,
        onLine(listener) {
          listeners.push(listener);
          for (const missed of earlier.splice(0)) listener(missed);
        },
        stop: () => stopChild(child),
      });
    });
  });
}

/** A process that has no READY line, such as Electron. */
export function adoptProcess(name: string, child: ChildProcess): RunningProcess {
  return { name, child, ready: {}, log: () => '', onLine: () => undefined, stop: () => stopChild(child) };
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => child.kill('SIGKILL'), 3_000);
    child.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
    // A stopped process (SIGSTOP in a test) must run again to hear that it should end. Windows has no such thing, and throws.
    if (process.platform !== 'win32') child.kill('SIGCONT');
    child.kill('SIGTERM');
  });
}
