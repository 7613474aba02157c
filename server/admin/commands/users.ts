/** `users`: managers and assistants, with their number, phone, pool and password. */
import { Option, type Command } from 'commander';
import { fail, ok } from '../../../shared/result';
import { linesByUser, ownLine, type Role, type User } from '../../company/configuration';
import { defaultLineId } from '../../company/edit/associations';
import { addUser, changeUser, removeUser } from '../../company/edit/users';
import { hashPassword } from '../../store/passwords';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { dialable, dialableOrNone, given, wholeNumber, yesOrNo } from '../arguments';
import { askPassword } from '../password';
import { UsageError } from '../refusal';

interface UserOptions {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly dn?: string;
  readonly phone?: string;
  readonly lineId?: string;
  readonly mode?: User['mode'];
  readonly pool?: number;
  readonly voicemail?: boolean;
  readonly redirectTo?: string;
}
interface AddOptions extends UserOptions {
  readonly role: Role;
  readonly dn: string;
  readonly phone: string;
  readonly password?: boolean;
}
interface FilterOptions extends ListOptions {
  readonly role?: Role;
  readonly pool?: number;
}

/** Takes a redirect target away. */
const none = 'none';

const columns = [
  'userId',
  'firstName',
  'lastName',
  'role',
  'mode',
  'pool',
  'dn',
  'phone',
  'voicemail',
  'redirectTo',
  'password',
];
const role = () => new Option('--role <role>', 'manager or assistant').choices(['manager', 'assistant']);

export function addUsers(program: Command, admin: Admin): void {
  const users = program
    .command('users')
    .description('managers and assistants')
    .addHelpText('after', examples('users list', 'users add --help'));
  addList(users, admin);
  addAdd(users, admin);

  withUserOptions(users.command('change').description('change what is given, leave the rest').argument('<userId>'))
    .addOption(new Option('--dn <number>', 'own number').argParser(dialable))
    .option('--phone <phoneId>', 'phone, as the switch calls it; all lines of the user move to it')
    .addHelpText('after', examples('users change maya --last-name Nowak', 'users change maya --redirect-to none'))
    .action((userId: string, options: UserOptions) => {
      const { dn, phone, lineId, redirectTo, ...rest } = options;
      const user = { ...given(rest), ...(redirectTo !== undefined && { redirectTo: numberOrNone(redirectTo) }) };
      if (Object.keys(options).length === 0) throw new UsageError('nothing to change: see users change --help');
      const line = given({ dn, phoneId: phone, lineId });
      return admin.change(changeUser(userId, { user, ...line }), `Changed ${userId}.`);
    });

  users
    .command('remove')
    .description('remove users, with their lines, settings and associations')
    .argument('<userId...>')
    .addHelpText('after', examples('users remove tom ines'))
    .action((userIds: readonly string[]) =>
      admin.change(
        (configuration) => {
          let next = configuration;
          for (const userId of userIds) {
            const removed = removeUser(userId)(next);
            if (!removed.ok) return removed;
            next = removed.value;
          }
          return ok(next);
        },
        `Removed ${userIds.join(', ')}.`,
      ),
    );

  users
    .command('password')
    .description('set a password; it is asked for, or read from standard input')
    .argument('<userId>')
    .addHelpText(
      'after',
      `${examples('users password maya', 'users password maya < secret.txt')}\nSessions of the user end.\n`,
    )
    .action(async (userId: string) => {
      const known = (await admin.readConfiguration()).users.has(userId);
      const passwordHash = known ? await hashPassword(await askPassword(admin.console, userId)) : '';
      await admin.change(
        known ? changeUser(userId, { user: { passwordHash } }) : () => fail(`there is no user ${userId}`),
        `The password of ${userId} is set. Sessions with the old one have ended.`,
      );
    });
}

function addList(users: Command, admin: Admin): void {
  users
    .command('list')
    .description('everybody, or one role or pool')
    .addOption(role())
    .addOption(new Option('--pool <number>', '1 to 3').argParser(wholeNumber))
    .option(...jsonOption)
    .addHelpText('after', examples('users list', 'users list --role assistant --json'))
    .action(async (options: FilterOptions) => {
      const configuration = await admin.readConfiguration();
      const lines = linesByUser(configuration);
      const wanted = [...configuration.users.values()].filter(
        (user) => user.role === (options.role ?? user.role) && user.pool === (options.pool ?? user.pool),
      );
      const rows = wanted.map(({ passwordHash, ...user }) => {
        const own = ownLine(lines.get(user.userId));
        const password = passwordHash === '' ? 'none' : 'set';
        return { ...user, dn: own?.dn ?? null, phone: own?.phoneId ?? null, password };
      });
      admin.list(columns, rows, options);
    });
}

function addAdd(users: Command, admin: Admin): void {
  withUserOptions(users.command('add').description('add a manager or an assistant').argument('<userId>'))
    .addOption(role().makeOptionMandatory())
    .addOption(new Option('--dn <number>', 'own number').argParser(dialable).makeOptionMandatory())
    .requiredOption('--phone <phoneId>', 'phone, as the switch calls it')
    .option('--password', 'ask for a password, or read it from standard input; else nobody can log in yet')
    .addHelpText(
      'after',
      examples(
        'users add lmeyer --first-name Lena --last-name Meyer --role manager --dn 60009 --phone phone-60009 --voicemail yes',
        'users add sam --first-name Sam --last-name Ito --role assistant --dn 2004 --phone phone-2004 --password',
      ),
    )
    .action(async (userId: string, options: AddOptions) => {
      const passwordHash =
        options.password === true ? await hashPassword(await askPassword(admin.console, userId)) : '';
      const user: User = {
        userId,
        firstName: options.firstName ?? '',
        lastName: options.lastName ?? '',
        role: options.role,
        mode: options.mode ?? 'proxy',
        pool: options.pool ?? 1,
        voicemail: options.voicemail ?? false,
        redirectTo: numberOrNone(options.redirectTo ?? none),
        passwordHash,
      };
      const { dn, phone, lineId } = options;
      await admin.change(
        addUser({ user, dn, phoneId: phone, lineId: lineId ?? defaultLineId(dn) }),
        `Added the ${options.role} ${userId}, ${dn}.${passwordHash === '' ? ' No password yet: see users password.' : ''}`,
      );
    });
}

function withUserOptions(command: Command): Command {
  return command
    .option('--first-name <name>')
    .option('--last-name <name>')
    .addOption(new Option('--mode <mode>', 'how the user works; one mode, never both').choices(['proxy', 'shared']))
    .addOption(new Option('--pool <number>', '1 to 3').argParser(wholeNumber))
    .addOption(new Option('--voicemail <yes|no>', 'manager: there is a voicemail box').argParser(yesOrNo))
    .addOption(
      new Option('--redirect-to <number|none>', 'assistant: where Redirect sends calls').argParser(dialableOrNone),
    )
    .option('--line-id <lineId>', "id of the own line at the switch (else made of the number: 'line-2001')");
}

function numberOrNone(text: string): string | null {
  return text === none ? null : text;
}
