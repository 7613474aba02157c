/** What each command is given: the database the user means, and ways to print. */
import type { Command } from 'commander';
import { chooseDatabase, withDatabase, type DatabaseOptions } from './database';
import type { AdminConsole } from './console';
import { json, table, type ListRow } from './output';
import type { Db } from '../store/open';

export interface ListOptions {
  readonly json?: boolean;
}

export class Admin {
  readonly console: AdminConsole;
  readonly #program: Command;

  constructor(program: Command, console: AdminConsole) {
    this.#program = program;
    this.console = console;
  }

  /** Opens the database, works, closes it. */
  withDb<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return withDatabase(chooseDatabase(this.#program.opts<DatabaseOptions>(), this.console), work);
  }

  /** One line of good news. */
  say(text: string): void {
    this.console.out(`${text}\n`);
  }

  list(columns: readonly string[], rows: readonly ListRow[], options: ListOptions): void {
    if (options.json === true) this.console.out(json(rows));
    else if (rows.length === 0) this.console.err('(none)\n');
    else this.console.out(table(columns, rows));
  }
}

/** `--json` means the same everywhere. */
export const jsonOption = ['--json', 'print JSON for programs'] as const;

/** Shown under a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ npm run admin -- ${line}`).join('\n')}\n`;
}
