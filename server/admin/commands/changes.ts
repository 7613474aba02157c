/** `changes`: who changed what for whom. */
import type { Command } from 'commander';
import { exportChanges } from '../../records/changeLogCsv';
import { examples, type Admin } from '../admin';
import { periodHelp, readMoment } from './period';

interface ExportOptions {
  readonly from?: string;
  readonly to?: string;
  readonly user?: string;
}

export function addChanges(program: Command, admin: Admin): void {
  const changes = program
    .command('changes')
    .description('the change log')
    .addHelpText('after', examples('changes export --from 2026-11-01 > changes.csv'));

  changes
    .command('export')
    .description('the change log as CSV, oldest first')
    .option('--from <time>', periodHelp)
    .option('--to <time>', 'the same; a day is included')
    .option('--user <user id>', 'only changes for or by this user')
    .addHelpText('after', examples('changes export > changes.csv', 'changes export --from 2026-11-01 --user akowalska'))
    .action(({ from, to, user }: ExportOptions) => {
      const filter = { from: readMoment(from, 'from'), to: readMoment(to, 'to'), user: user ?? null };
      return admin.withDb(async (db) => {
        await exportChanges(db, filter, admin.console.out);
      });
    });
}
