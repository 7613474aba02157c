/** Runs one command line and says how it ended. */
import { CommanderError } from 'commander';
import type { AdminConsole } from './console';
import { reasonOf } from './database';
import { createProgram } from './program';
import { Refusal, UsageError } from './refusal';

/** 0 done, 1 refused, 2 the command makes no sense. */
export type ExitCode = 0 | 1 | 2;

/** `args`: what follows the program's name. Never rejects. */
export async function runAdmin(args: readonly string[], console: AdminConsole): Promise<ExitCode> {
  try {
    await createProgram(console).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      console.err(`error: ${error.message}\n`);
      return 2;
    }
    const problems = error instanceof Refusal ? error.problems : [reasonOf(error)];
    for (const problem of problems) console.err(`error: ${problem}\n`);
    return 1;
  }
}
