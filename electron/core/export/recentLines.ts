/** The last lines of the log, kept in memory for a report: pino writes each of them here too. */

/** Older ones go. */
const most = 1_000;
/** Characters; a longer line is not kept whole. */
const longest = 4_000;

export class RecentLines {
  readonly #lines: string[] = [];
  #earlier: readonly string[] = [];

  /** As pino calls a stream: one JSON line at a time. */
  write(line: string): void {
    this.#lines.push(line.length > longest ? line.slice(0, longest) : line);
    if (this.#lines.length > most) this.#lines.shift();
  }

  /** Those of earlier runs come before these. */
  follow(earlier: readonly string[]): void {
    this.#earlier = earlier;
  }

  /** Oldest first, as they were written: unmasked (logText.ts masks). */
  lines(): readonly string[] {
    return [...this.#earlier, ...this.#lines];
  }
}
