/** `rules`: dial rules and directory lookup rules; the first that fits rewrites a number. */
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { Dn } from '../../../shared/ids';
import { rewrite } from '../../../shared/routing/numberRules';
import type { RuleKind } from '../../company/configuration';
import { addRule, moveRule, removeRule } from '../../company/edit/rules';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { wholeNumber } from '../arguments';

interface AddOptions {
  readonly name: string;
  readonly beginsWith: string;
  readonly digits?: number;
  readonly remove: number;
  readonly prefix: string;
  readonly at?: number;
}

const kind = () =>
  new Argument('<kind>', 'dial: what people dial; lookup: what callers send').choices(['dial', 'lookup']);
const place = (name: string, meaning: string) => new Argument(name, meaning).argParser(wholeNumber);

export function addRules(program: Command, admin: Admin): void {
  const rules = program
    .command('rules')
    .description('dial rules and directory lookup rules, in their order')
    .addHelpText('after', examples('rules list dial', 'rules test dial 0123', 'rules add --help'));

  rules
    .command('list')
    .description('the rules of one kind, the first to be tried first')
    .addArgument(kind())
    .option(...jsonOption)
    .addHelpText('after', examples('rules list dial', 'rules list lookup --json'))
    .action(async (of: RuleKind, options: ListOptions) => {
      const found = (await admin.readConfiguration()).rules[of];
      const rows = found.map((rule, index) => ({ ...rule, place: index + 1 }));
      admin.list(['place', 'name', 'beginsWith', 'digits', 'remove', 'prefix'], rows, options);
    });

  rules
    .command('add')
    .description('add a rule, at the end or at a place')
    .addArgument(kind())
    .requiredOption('--name <name>', 'what it is for')
    .option('--begins-with <digits>', 'it fits numbers that begin so (else any)', '')
    .addOption(new Option('--digits <count>', 'and have exactly so many characters (else any)').argParser(wholeNumber))
    .addOption(
      new Option('--remove <count>', 'so many characters are cut off in front').argParser(wholeNumber).default(0),
    )
    .option('--prefix <digits>', 'and this is put there', '')
    .addOption(new Option('--at <place>', 'place in the order, from 1').argParser(wholeNumber))
    .addHelpText(
      'after',
      examples(
        'rules add dial --name "Long distance" --begins-with 0 --digits 11 --remove 1 --prefix 91',
        'rules add lookup --name "Own company" --begins-with +4930555 --remove 8 --at 1',
      ),
    )
    .action((of: RuleKind, { name, beginsWith, digits, remove, prefix, at }: AddOptions) => {
      const rule = { name, beginsWith, digits: digits ?? null, remove, prefix };
      return admin.change(addRule(of, rule, at ?? null), `Added the ${of} rule "${name}".`);
    });

  rules
    .command('remove')
    .description('remove the rule at a place')
    .addArgument(kind())
    .addArgument(place('<place>', 'as in rules list'))
    .addHelpText('after', examples('rules remove dial 2'))
    .action((of: RuleKind, at: number) => admin.change(removeRule(of, at), `Removed ${of} rule ${at}.`));

  rules
    .command('move')
    .description('try a rule sooner or later')
    .addArgument(kind())
    .addArgument(place('<from>', 'as in rules list'))
    .addArgument(place('<to>', 'its new place'))
    .addHelpText('after', examples('rules move dial 3 1'))
    .action((of: RuleKind, from: number, to: number) =>
      admin.change(moveRule(of, from, to), `Moved ${of} rule ${from} to place ${to}.`),
    );

  rules
    .command('test')
    .description('which rule fits a number, and what it makes of it')
    .addArgument(kind())
    .argument('<number>', 'as it would be dialled, or as a caller sends it', number)
    .addHelpText('after', examples('rules test dial 0123', 'rules test lookup +4930555123'))
    .action(async (of: RuleKind, dialled: Dn) => {
      const all = (await admin.readConfiguration()).rules[of];
      const result = rewrite(all, dialled);
      if (result.rule === null) admin.say(`No ${of} rule fits: ${dialled} stays as it is.`);
      else
        admin.say(`Rule ${all.indexOf(result.rule) + 1}, "${result.rule.name}": ${dialled} becomes ${result.number}.`);
    });
}

/** Separators as people write them are left out, as where a number is dialled. */
function number(text: string): Dn {
  const parsed = Dn.safeParse(text.replace(/[-. ()/]/g, ''));
  if (!parsed.success)
    throw new InvalidArgumentError('a number has up to 32 digits, * or #, with or without a + in front.');
  return parsed.data;
}
