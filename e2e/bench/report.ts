/** What every benchmark prints: the machine, the versions, a table. */
import { cpus, totalmem } from 'node:os';

export function printMachine(what: string, versions: Readonly<Record<string, string>>): void {
  const [cpu] = cpus();
  const listed = Object.entries({ node: process.version, ...versions }).map(([name, version]) => `${name} ${version}`);
  print(`${what}\n${new Date().toISOString()}`);
  print(`${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
  print(`${listed.join(', ')}\n`);
}

/** Columns as wide as they need to be; the first to the left, the others to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  print([line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n'));
  print('');
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Milliseconds. */
export const timesHead = ['n', 'p50 ms', 'p95 ms', 'p99 ms', 'worst ms'] as const;

export function timesRow(times: readonly number[]): string[] {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
  return [String(times.length), ...[0.5, 0.95, 0.99, 1].map((share) => at(share).toFixed(3))];
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`;
}

/** Processor time each of `count` takes on average, in milliseconds: what stays the same on a machine that is busy with something else. */
export function cpuEach(count: number): () => string {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return ((user + system) / 1_000 / count).toFixed(3);
  };
}
