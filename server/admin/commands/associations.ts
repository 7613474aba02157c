/** `associations`: who assists whom, with the line on the assistant's phone. */
import { Option, type Command } from 'commander';
import { associationsByManager } from '../../company/configuration';
import {
  addAssociation,
  orderAssistants,
  removeAssociation,
  setDefaultAssistant,
} from '../../company/edit/associations';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { dialable } from '../arguments';

interface AddOptions {
  readonly dn?: string;
  readonly lineId?: string;
  readonly default?: boolean;
}
interface FilterOptions extends ListOptions {
  readonly manager?: string;
  readonly assistant?: string;
}

export function addAssociations(program: Command, admin: Admin): void {
  const associations = program
    .command('associations')
    .description('who assists whom')
    .addHelpText('after', examples('associations list', 'associations add --help'));

  associations
    .command('list')
    .description("managers with their assistants, in the managers' order")
    .option('--manager <userId>', 'only of this manager')
    .option('--assistant <userId>', 'only of this assistant')
    .option(...jsonOption)
    .addHelpText('after', examples('associations list --manager akowalska', 'associations list --json'))
    .action(async (options: FilterOptions) => {
      const configuration = await admin.readConfiguration();
      const all = [...associationsByManager(configuration).values()].flat();
      const wanted = all.filter(
        ({ managerId, assistantId }) =>
          managerId === (options.manager ?? managerId) && assistantId === (options.assistant ?? assistantId),
      );
      const rows = wanted.map(({ managerId, assistantId, lineId, isDefault }) => {
        const line = configuration.lines.get(lineId);
        return { managerId, assistantId, default: isDefault, kind: line?.kind ?? null, dn: line?.dn ?? null, lineId };
      });
      admin.list(['managerId', 'assistantId', 'default', 'kind', 'dn', 'lineId'], rows, options);
    });

  associations
    .command('add')
    .description("give a manager another assistant; makes the line on the assistant's phone")
    .argument('<manager>')
    .argument('<assistant>')
    .addOption(new Option('--dn <number>', 'number of the proxy line (not in shared line mode)').argParser(dialable))
    .option('--line-id <lineId>', "id of the line at the switch (else made of the number: 'line-39001')")
    .option('--default', 'make it the default assistant (the first is so anyway)')
    .addHelpText(
      'after',
      examples('associations add akowalska ines --dn 37001', 'associations add akowalska ines --dn 37001 --default'),
    )
    .action((managerId: string, assistantId: string, options: AddOptions) => {
      const edit = addAssociation({
        managerId,
        assistantId,
        dn: options.dn ?? null,
        lineId: options.lineId ?? null,
        isDefault: options.default ?? false,
      });
      return admin.change(edit, `${assistantId} assists ${managerId} now.`);
    });

  associations
    .command('remove')
    .description('take an assistant away from a manager; its line goes too')
    .argument('<manager>')
    .argument('<assistant>')
    .addHelpText('after', examples('associations remove akowalska tom'))
    .action((managerId: string, assistantId: string) =>
      admin.change(removeAssociation(managerId, assistantId), `${assistantId} does not assist ${managerId} any more.`),
    );

  associations
    .command('default')
    .description('choose the default assistant')
    .argument('<manager>')
    .argument('<assistant>')
    .addHelpText('after', examples('associations default akowalska tom'))
    .action((managerId: string, assistantId: string) =>
      admin.change(
        setDefaultAssistant(managerId, assistantId),
        `${assistantId} is the default assistant of ${managerId}.`,
      ),
    );

  associations
    .command('order')
    .description('who is asked first: all assistants of the manager in the new order')
    .argument('<manager>')
    .argument('<assistant...>')
    .addHelpText('after', examples('associations order akowalska tom maya'))
    .action((managerId: string, order: readonly string[]) =>
      admin.change(orderAssistants(managerId, order), `Assistants of ${managerId}: ${order.join(', ')}.`),
    );
}
