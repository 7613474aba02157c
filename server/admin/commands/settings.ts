/** `settings`: what managers have set for themselves: divert, filter and its patterns, watch, alert tone. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Settings } from '../../company/configuration';
import { divertText, divertWords, parseDivert } from '../../company/divertText';
import { changeSettings } from '../../company/edit/settings';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { given, yesOrNo } from '../arguments';
import { UsageError } from '../refusal';

interface ChangeOptions extends Partial<
  Pick<Settings, 'divertAll' | 'filterOn' | 'filterMode' | 'assistantWatch' | 'alertTone'>
> {
  readonly divertTarget?: Pick<Settings, 'divertKind' | 'divertValue'>;
  readonly inclusive?: readonly string[];
  readonly exclusive?: readonly string[];
}

const switches = ['divertAll', 'filterOn', 'filterMode', 'assistantWatch', 'alertTone'] as const;

export function addSettings(program: Command, admin: Admin): void {
  const settings = program
    .command('settings')
    .description("managers' settings: divert, filter, patterns, watch, alert tone")
    .addHelpText('after', examples('settings list', 'settings change --help'));

  settings
    .command('list')
    .description('of all managers, or of one')
    .option('--manager <userId>', 'only of this manager')
    .option(...jsonOption)
    .addHelpText('after', examples('settings list --manager akowalska', 'settings list --json'))
    .action(async (options: ListOptions & { readonly manager?: string }) => {
      const all = [...(await admin.readConfiguration()).settings.values()];
      const rows = all
        .filter(({ managerId }) => managerId === (options.manager ?? managerId))
        .map(({ divertKind, divertValue, inclusive, exclusive, ...rest }) => ({
          ...rest,
          divertTarget: divertText({ divertKind, divertValue }),
          inclusive: inclusive.join(' '),
          exclusive: exclusive.join(' '),
        }));
      admin.list(['managerId', 'divertTarget', ...switches, 'inclusive', 'exclusive'], rows, options);
    });

  const change = settings.command('change').description('change what is given, leave the rest').argument('<manager>');
  for (const [flags, meaning] of [
    ['--divert-all <on|off>', 'divert all calls'],
    ['--filter-on <on|off>', 'the filter'],
    ['--assistant-watch <on|off>', 'show calls at assistants on the phone'],
    ['--alert-tone <on|off>', 'a tone when a call goes to an assistant'],
  ] as const) {
    change.addOption(new Option(flags, meaning).argParser(yesOrNo));
  }
  change
    .addOption(new Option('--divert-target <target>', divertWords).argParser(divert))
    .addOption(new Option('--filter-mode <mode>').choices(['inclusive', 'exclusive']))
    .addOption(new Option('--inclusive <patterns>', 'the whole list, with spaces between').argParser(patterns))
    .addOption(new Option('--exclusive <patterns>', 'the whole list, with spaces between').argParser(patterns))
    .addHelpText(
      'after',
      examples(
        'settings change akowalska --divert-target number:60042',
        'settings change akowalska --inclusive "49305557* 6000X" --filter-mode inclusive',
      ),
    )
    .action((managerId: string, options: ChangeOptions) => {
      if (Object.keys(options).length === 0) throw new UsageError('nothing to change: see settings change --help');
      const { divertTarget, ...rest } = options;
      return admin.change(
        changeSettings(managerId, { ...given(rest), ...divertTarget }),
        `Changed the settings of ${managerId}.`,
      );
    });
}

function divert(text: string): Pick<Settings, 'divertKind' | 'divertValue'> {
  const parsed = parseDivert(text);
  if (!parsed) throw new InvalidArgumentError(`${divertWords} is wanted.`);
  return parsed;
}

function patterns(text: string): readonly string[] {
  return text.split(/\s+/).filter((pattern) => pattern !== '');
}
