/** `pools`: who is served by which pair of services. */
import { Argument, type Command } from 'commander';
import { ok } from '../../../shared/result';
import { limits } from '../../../shared/limits';
import { moveToPool } from '../../company/edit/pools';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { wholeNumber } from '../arguments';

export function addPools(program: Command, admin: Admin): void {
  const pools = program
    .command('pools')
    .description('pools 1 to 3: each is served by its own primary and backup')
    .addHelpText('after', examples('pools list', 'pools move 2 akowalska'));

  pools
    .command('list')
    .description('managers and assistants of each pool')
    .option(...jsonOption)
    .addHelpText('after', examples('pools list', 'pools list --json'))
    .action(async (options: ListOptions) => {
      const users = [...(await admin.readConfiguration()).users.values()];
      const rows = Array.from({ length: limits.pools }, (_, index) => {
        const here = users.filter(({ pool }) => pool === index + 1);
        const managers = here.filter(({ role }) => role === 'manager').length;
        return { pool: index + 1, managers, assistants: here.length - managers };
      });
      admin.list(['pool', 'managers', 'assistants'], rows, options);
    });

  pools
    .command('move')
    .description('move people to a pool, and with them everybody they are connected with by associations')
    .addArgument(new Argument('<pool>').argParser(wholeNumber))
    .argument('<userId...>')
    .addHelpText('after', examples('pools move 2 akowalska', 'pools move 1 tom ines'))
    .action((pool: number, userIds: readonly string[]) => {
      let moved: readonly string[] = [];
      return admin.change(
        (configuration) => {
          const result = moveToPool(configuration, pool, userIds);
          if (!result.ok) return result;
          moved = result.value.moved;
          return ok(result.value.configuration);
        },
        () => `Moved to pool ${pool}: ${moved.join(', ')}.`,
      );
    });
}
