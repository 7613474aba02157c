/** `configure`: automatic configuration of proxy lines from a range of numbers. */
import type { Command } from 'commander';
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
  readonly dryRun?: boolean;
}

export function addConfigure(program: Command, admin: Admin): void {
  program
    .command('configure')
    .description('automatic configuration: proxy lines and associations with free numbers of a range')
    .requiredOption('--from <number>', 'first number of the range')
    .requiredOption('--to <number>', 'last number of the range')
    .requiredOption('--manager <userId...>', 'the managers')
    .requiredOption('--assistant <userId...>', 'the assistants each of them gets')
    .option('--dry-run', 'show what would be done, and do nothing')
    .addHelpText(
      'after',
      `${examples(
        'configure --from 39000 --to 39999 --manager akowalska jtanaka --assistant maya tom --dry-run',
        'configure --from 39000 --to 39999 --manager akowalska jtanaka --assistant maya tom',
      )}
Numbers of other lines and of the directory are passed over. Associations that are there already stay as they are.
An assistant in shared line mode gets an appearance of the manager's number and needs none of the range.
`,
    )
    .action(async ({ from, to, manager, assistant, dryRun }: ConfigureOptions) => {
      const wrong = rangeProblem({ from, to });
      if (wrong !== null) throw new UsageError(wrong);
      const pairs: readonly Pair[] = manager.flatMap((managerId) =>
        assistant.map((assistantId) => ({ managerId, assistantId })),
      );
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

function report(pairs: readonly ConfiguredPair[], dryRun: boolean): string {
  const lines = pairs.map(({ managerId, assistantId, dn }) => {
    return `  ${managerId} → ${assistantId}: ${dn === null ? 'shared line' : `proxy line ${dn}`}`;
  });
  const title = dryRun ? 'Would be configured (nothing was changed):' : 'Configured:';
  return [title, ...lines].join('\n');
}
