/** The command line of administration: `npm run admin -- <noun> <verb>`. */
import { Command } from 'commander';
import { Admin, examples } from './admin';
import { addAssociations } from './commands/associations';
import { addConfigure } from './commands/configure';
import { addLines } from './commands/lines';
import { addParameters } from './commands/parameters';
import { addAlarms } from './commands/alarms';
import { addChanges } from './commands/changes';
import { addPools } from './commands/pools';
import { addStatistics } from './commands/statistics';
import { addRules } from './commands/rules';
import { addCompany, addSheetCommands } from './commands/sheets';
import { addDirectory } from './commands/directory';
import { addSettings } from './commands/settings';
import { addUsers } from './commands/users';
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
      `${examples('users list', 'users add --help', 'parameters set rnaTimeoutMs 15000')}
Services may be running: each change is in force within a second, whole or not at all.
Exit code: 0 done, 1 refused (nothing was changed), 2 the command makes no sense.
`,
    );
  const admin = new Admin(program, console);
  addUsers(program, admin);
  addLines(program, admin);
  addAssociations(program, admin);
  addSettings(program, admin);
  addConfigure(program, admin);
  addParameters(program, admin);
  addRules(program, admin);
  addPools(program, admin);
  addDirectory(program, admin);
  addCompany(program, admin);
  addSheetCommands(program, admin);
  addChanges(program, admin);
  addStatistics(program, admin);
  addAlarms(program, admin);
  return program;
}
