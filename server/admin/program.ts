/** The command line of administration: `npm run admin -- <noun> <verb>`. */
import { Command } from 'commander';
import { Admin, examples } from './admin';
import { addPools } from './commands/pools';
import type { AdminConsole } from './console';

export function createProgram(console: AdminConsole): Command {
  const program = new Command('npm run admin --')
    .description('Administration of the IPMA service: managers, assistants, lines, parameters, directory.')
    .usage('<noun> <verb> [options]')
    .option('-d, --database <address>', 'SQLite file or postgres:// address (else DATABASE_URL, else the demo)')
    .option('--create', 'make the SQLite file if it is not there yet')
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.err })
    .addHelpText(
      'after',
      `${examples('pools list', 'pools list --help')}
Services may be running: each change is in force within a second, whole or not at all.
Exit code: 0 done, 1 refused (nothing was changed), 2 the command makes no sense.
`,
    );
  const admin = new Admin(program, console);
  addPools(program, admin);
  return program;
}
