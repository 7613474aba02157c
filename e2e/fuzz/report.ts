/** What came of a fuzzing run. */
import { megabytes, print, printTable } from '../bench/report';

export interface FuzzReport {
  /** That were taken in by the target, not only sent. */
  readonly frames: number;
  readonly connections: number;
  readonly seconds: number;
  /** After the first ten thousand frames (a tenth of a short run), and after all; bytes. */
  readonly heapAtStart: number;
  readonly heapAtEnd: number;
  /** How often something was looked at that must stay right. */
  readonly checks: number;
  readonly problems: readonly string[];
}

/** After a collection, where the process may ask for one (`--expose-gc`). */
export function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

export function printReport(target: string, report: FuzzReport): void {
  const { frames, connections, seconds, heapAtStart, heapAtEnd, checks, problems } = report;
  printTable(
    ['target', 'frames', 'connections', 'seconds', 'frames/s', 'heap early', 'heap at the end', 'checks', 'problems'],
    [
      [
        target,
        ...[frames, connections, Math.round(seconds), Math.round(frames / seconds)].map(String),
        ...[megabytes(heapAtStart), megabytes(heapAtEnd)],
        ...[checks, problems.length].map(String),
      ],
    ],
  );
  for (const problem of problems.slice(0, 20)) print(problem);
}
