/** What each command is given: the database the user means, and ways to print. */
import type { Command } from 'commander';
import { applyEdit, type Edit } from '../company/apply';
import type { Configuration } from '../company/configuration';
import { problemSentence } from '../company/problem';
import { loadConfiguration } from '../store/configuration';
import { chooseDatabase, withDatabase, type DatabaseOptions } from './database';
import type { AdminConsole } from './console';
import { json, table, type ListRow } from './output';
import { Refusal } from './refusal';
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

  readConfiguration(): Promise<Configuration> {
    return this.withDb(loadConfiguration);
  }

  /** One change, whole or not at all, and one line of good news. `done` may look at the configuration after it. */
  change(
    edit: Edit,
    done: string | ((configuration: Configuration) => string),
    { dryRun = false }: { readonly dryRun?: boolean } = {},
  ): Promise<void> {
    return this.withDb(async (db) => {
      const applied = await applyEdit(db, { by: this.console.userName, at: this.console.now(), edit, dryRun });
      if (!applied.ok) {
        const { error } = applied;
        throw new Refusal(error.kind === 'impossible' ? error.message : error.problems.map(problemSentence));
      }
      const { changes, configuration, remaining } = applied.value;
      if (changes.length === 0) this.say('Nothing to change: it is so already.');
      else this.say(typeof done === 'string' ? done : done(configuration));
      this.noteRemaining(remaining.length);
    });
  }

  noteRemaining(count: number): void {
    if (count > 0) this.console.err(`note: ${count} problem(s) were there before and still are: see "company check"\n`);
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
