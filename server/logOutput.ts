/** The service's log on standard error, and the end of the process after its last line. Whoever reads the log may be gone by then. */
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';

export interface LogOutput {
  /** For pino: never waits for the reader. */
  write(line: string): void;
  /** Ends the process when what was logged is written, or after a second when nobody reads it. */
  exit(code: number): Promise<void>;
}

/** Milliseconds that the last lines may take. */
const patience = 1_000;

export function logOutput(): LogOutput {
  const destination = pino.destination(2);
  let open = true;
  const broken = new Promise<true>((resolve) => destination.once('error', () => resolve(true)));
  // Written by others than the log. Unheard, the error would end the process in the middle of everything.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return {
    write(line) {
      if (open) destination.write(line);
    },
    async exit(code) {
      open = false;
      const written = new Promise<true>((resolve) => destination.once('close', () => resolve(true)));
      destination.end();
      // Not left to the library: at the exit it tries a line that nobody reads again and again, for ever, deaf to signals.
      if (await Promise.race([broken, written, delay(patience, false)])) process.exit(code);
      process.kill(process.pid, 'SIGKILL');
    },
  };
}
