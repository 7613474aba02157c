/** What ends a command: thrown, because only an exception rolls a transaction back; caught once, in `run`. */

/** The database was left as it was. Each problem is one clear sentence. Exit code 1. */
export class Refusal extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[] | string) {
    const list = typeof problems === 'string' ? [problems] : problems;
    super(list.join('\n'));
    this.name = 'Refusal';
    this.problems = list;
  }
}

/** The command itself makes no sense. Exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
