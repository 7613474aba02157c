/** The log of a console, the same in both hosts: on stderr as it is, in memory for a report, and masked on disk once it is known where. */
import path from 'node:path';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { makeReference } from '../../../shared/desktop/reference';
import { RecentLines } from '../export/recentLines';
import { appVersion } from '../version';
import { earlierLines } from './earlier';
import { Flood } from './flood';
import { LogFile } from './logFile';
import { maskLine } from './maskLine';

export interface ConsoleLog {
  readonly log: Logger;
  readonly recent: RecentLines;
  /** From here on the lines go into `<dataDir>/logs`, those until now first. A console that only hands over to another one never asks. */
  readonly keepIn: (dataDir: string) => void;
  readonly close: () => Promise<void>;
}

interface Surroundings {
  readonly stderr: { write(line: string): void };
  /** Milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
}

export function createConsoleLog(level: string, surroundings: Surroundings = ownSurroundings()): ConsoleLog {
  const { stderr, now, random } = surroundings;
  const recent = new RecentLines();
  const flood = new Flood(now);
  let file: LogFile | null = null;
  const toFile = (line: string) => {
    const masked = maskLine(line);
    if (masked !== null) file?.write(masked);
  };
  const everywhere = {
    write(line: string) {
      const passed = flood.pass(line);
      if (passed === null) return;
      stderr.write(passed);
      recent.write(passed);
      toFile(passed);
    },
  };
  const log = pino({ level }, everywhere);
  /** About the log itself: said at every level. */
  const always = pino({ level: 'trace' }, everywhere);
  return {
    log,
    recent,
    keepIn(dataDir) {
      const folder = path.join(dataDir, 'logs');
      const soFar = [...recent.lines()];
      recent.follow(earlierLines(folder));
      file = new LogFile({
        folder,
        now,
        told: (problem) =>
          problem === null
            ? always.info({}, 'the log is written to disk again')
            : always.error({ problem }, 'the log cannot be written to disk'),
      });
      always.info(runFacts(random), 'the console begins');
      soFar.forEach(toFile);
    },
    close: () => file?.close() ?? Promise.resolve(),
  };
}

/** How each run begins. */
function runFacts(random: () => number): object {
  const versions: Readonly<Record<string, string | undefined>> = process.versions;
  return {
    version: appVersion,
    platform: `${process.platform} ${process.arch}`,
    node: versions['node'],
    electron: versions['electron'],
    run: makeReference(random),
  };
}

function ownSurroundings(): Surroundings {
  const stderr = pino.destination({ dest: 2, sync: true });
  // The window it was started from may be gone, or there never was one: nobody is there to be told.
  stderr.on('error', () => undefined);
  return { stderr, now: () => performance.now(), random: Math.random };
}
