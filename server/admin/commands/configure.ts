/** `configure`: automatic configuration of proxy lines from a range of numbers. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { ok } from '../../../shared/result';
import { configurePairs, rangeProblem, type ConfiguredPair, type Pair } from '../../company/edit/configure';
import { numbersInRange } from '../../store/directoryNumbers';
import { examples, type Admin } from '../admin';
import { UsageError } from '../refusal';

interface ConfigureOptions {
  readonly from: string;
  readonly to: string;
  readonly manager: readonly string[];
  readonly assistant: readonly string[];
  readonly pair: readonly Pair[];
  readonly dryRun?: boolean;
}

export function addConfigure(program: Command, admin: Admin): void {
  program
    .command('configure')
    .description('automatic configuration: proxy lines and associations with free numbers of a range')
    .requiredOption('--from <number>', 'first number of the range')
    .requiredOption('--to <number>', 'last number of the range')
    .option('--manager <userId...>', 'the managers', [])
    .option('--assistant <userId...>', 'the assistants each of these managers gets', [])
    .addOption(new Option('--pair <manager:assistant...>', 'single pairs').argParser(pair).default([]))
    .option('--dry-run', 'show what would be done, and do nothing')
    .addHelpText(
      'after',
      `${examples(
        'configure --from 39000 --to 39999 --manager akowalska jtanaka --assistant maya tom --dry-run',
        'configure --from 39000 --to 39999 --manager akowalska jtanaka --assistant maya tom',
        'configure --from 39000 --to 39999 --pair akowalska:maya jtanaka:tom',
      )}
Numbers of other lines and of the directory are passed over. Associations that are there already stay as they are:
each has its line already, since an association is made and removed together with it.
An assistant in shared line mode gets an appearance of the manager's number and needs none of the range.
`,
    )
    .action(async ({ from, to, manager, assistant, pair: single, dryRun }: ConfigureOptions) => {
      const wrong = rangeProblem({ from, to });
      if (wrong !== null) throw new UsageError(wrong);
      const crossed = manager.flatMap((managerId) => assistant.map((assistantId) => ({ managerId, assistantId })));
      const pairs: readonly Pair[] = [...crossed, ...single];
      if (pairs.length === 0 || (manager.length === 0) !== (assistant.length === 0))
        throw new UsageError('give --manager together with --assistant, or --pair manager:assistant, or both');
      const taken = await admin.withDb((db) => numbersInRange(db, from, to));
      let done: readonly ConfiguredPair[] = [];
      await admin.change(
        (configuration) => {
          const result = configurePairs(configuration, pairs, { from, to }, taken);
          if (!result.ok) return result;
          done = result.value.pairs;
          return ok(result.value.configuration);
        },
        () => report(done, dryRun === true),
        { dryRun: dryRun === true },
      );
    });
}

/** Given once or several times. */
function pair(text: string, before: readonly Pair[]): readonly Pair[] {
  const [, managerId, assistantId] = /^([^:]+):([^:]+)$/.exec(text) ?? [];
  if (managerId === undefined || assistantId === undefined)
    throw new InvalidArgumentError('a manager and an assistant with a colon between are wanted.');
  return [...before, { managerId, assistantId }];
}

function report(pairs: readonly ConfiguredPair[], dryRun: boolean): string {
  const lines = pairs.map(({ managerId, assistantId, dn }) => {
    return `  ${managerId} → ${assistantId}: ${dn === null ? 'shared line' : `proxy line ${dn}`}`;
  });
  const title = dryRun ? 'Would be configured (nothing was changed):' : 'Configured:';
  return [title, ...lines].join('\n');
}
