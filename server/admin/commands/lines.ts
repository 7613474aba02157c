/** `lines`: every line there is; intercom lines are added here, the others come with users and associations. */
import { Option, type Command } from 'commander';
import { linesByUser } from '../../company/configuration';
import { defaultLineId } from '../../company/edit/associations';
import { addIntercom, changeLine, removeLine } from '../../company/edit/lines';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { dialable, given, wholeNumber } from '../arguments';
import { UsageError } from '../refusal';

interface ChangeOptions {
  readonly dn?: string;
  readonly position?: number;
  readonly newId?: string;
}
interface FilterOptions extends ListOptions {
  readonly user?: string;
}

export function addLines(program: Command, admin: Admin): void {
  const lines = program
    .command('lines')
    .description('lines of phones: own, proxy, shared and intercom')
    .addHelpText('after', examples('lines list', 'lines add --help'));

  lines
    .command('list')
    .description('all lines, each with its owner and the manager it is for')
    .option('--user <userId>', 'only of this user')
    .option(...jsonOption)
    .addHelpText('after', examples('lines list --user maya', 'lines list --json'))
    .action(async (options: FilterOptions) => {
      const configuration = await admin.readConfiguration();
      const managerOf = new Map([...configuration.associations.values()].map((a) => [a.lineId, a.managerId]));
      const wanted = [...linesByUser(configuration).values()]
        .flat()
        .filter(({ userId }) => userId === (options.user ?? userId));
      const rows = wanted.map(({ phoneId, ...line }) => ({
        ...line,
        phone: phoneId,
        for: managerOf.get(line.lineId) ?? null,
      }));
      admin.list(['lineId', 'userId', 'kind', 'dn', 'phone', 'position', 'for'], rows, options);
    });

  lines
    .command('add')
    .description('add an intercom line (own lines: users add; proxy and shared lines: associations add)')
    .argument('<userId>')
    .addOption(new Option('--dn <number>', 'number of the line').argParser(dialable).makeOptionMandatory())
    .option('--line-id <lineId>', "id of the line at the switch (else made of the number: 'line-7001')")
    .addHelpText('after', examples('lines add akowalska --dn 7001'))
    .action((userId: string, { dn, lineId }: { readonly dn: string; readonly lineId?: string }) =>
      admin.change(
        addIntercom({ userId, dn, lineId: lineId ?? defaultLineId(dn) }),
        `Added the intercom line ${dn} of ${userId}.`,
      ),
    );

  lines
    .command('change')
    .description('give a line another number, id or place')
    .argument('<lineId>')
    .addOption(new Option('--dn <number>', 'number of the line').argParser(dialable))
    .addOption(new Option('--position <number>', "place among the user's lines, from 1").argParser(wholeNumber))
    .option('--new-id <lineId>', 'id of the line at the switch')
    .addHelpText('after', examples('lines change line-39001 --dn 39101', 'lines change line-39001 --position 7'))
    .action((lineId: string, options: ChangeOptions) => {
      if (Object.keys(options).length === 0) throw new UsageError('nothing to change: see lines change --help');
      return admin.change(changeLine(lineId, given(options)), `Changed ${lineId}.`);
    });

  lines
    .command('remove')
    .description('remove an intercom line')
    .argument('<lineId>')
    .addHelpText('after', examples('lines remove line-7001'))
    .action((lineId: string) => admin.change(removeLine(lineId), `Removed ${lineId}.`));
}
