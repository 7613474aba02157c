/** `pools`: who is served by which pair of services. */
import type { Command } from 'commander';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';

export function addPools(program: Command, admin: Admin): void {
  const pools = program
    .command('pools')
    .description('pools 1 to 3: each is served by its own primary and backup')
    .addHelpText('after', examples('pools list'));

  pools
    .command('list')
    .description('managers and assistants of each pool')
    .option(...jsonOption)
    .addHelpText('after', examples('pools list', 'pools list --json'))
    .action((options: ListOptions) =>
      admin.withDb(async (db) => {
        const users = await db.selectFrom('users').select(['pool', 'role']).execute();
        const rows = [1, 2, 3].map((pool) => {
          const here = users.filter((user) => user.pool === pool);
          const managers = here.filter(({ role }) => role === 'manager').length;
          return { pool, managers, assistants: here.length - managers };
        });
        admin.list(['pool', 'managers', 'assistants'], rows, options);
      }),
    );
}
