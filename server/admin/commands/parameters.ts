/** `parameters`: service parameters, in force while services run. */
import type { Command } from 'commander';
import { setParameter } from '../../company/edit/settings';
import { isParameterKey, parameterCatalogue, parameterKeys, type ParameterDefinition } from '../../store/parameters';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { UsageError } from '../refusal';

export function addParameters(program: Command, admin: Admin): void {
  const parameters = program
    .command('parameters')
    .description('service parameters')
    .addHelpText('after', `${catalogueText()}${examples('parameters list', 'parameters set rnaTimeoutMs 15000')}`);

  parameters
    .command('list')
    .description('all parameters with value, default and meaning')
    .option(...jsonOption)
    .addHelpText('after', examples('parameters list', 'parameters list --json'))
    .action(async (options: ListOptions) => {
      const stored = (await admin.readConfiguration()).parameters;
      const rows = parameterKeys.map((key) => {
        const definition: ParameterDefinition = parameterCatalogue[key];
        const usual = definition.default === null ? null : String(definition.default);
        const unit = definition.type === 'number' ? definition.unit : definition.type;
        const { inForce, meaning } = definition;
        return { parameter: key, value: stored.get(key) ?? usual, default: usual, unit, inForce, meaning };
      });
      admin.list(['parameter', 'value', 'default', 'unit', 'inForce', 'meaning'], rows, options);
    });

  parameters
    .command('get')
    .description('the value of one parameter, alone on a line')
    .argument('<parameter>')
    .addHelpText('after', examples('parameters get rnaTimeoutMs'))
    .action(async (key: string) => {
      if (!isParameterKey(key)) throw new UsageError(`there is no parameter ${key}: see parameters list`);
      const stored = (await admin.readConfiguration()).parameters.get(key);
      admin.say(stored ?? String(parameterCatalogue[key].default ?? ''));
    });

  parameters
    .command('set')
    .description('set a parameter; running services take it over')
    .argument('<parameter>')
    .argument('<value>')
    .addHelpText('after', `${catalogueText()}${examples('parameters set rnaForwardCalls yes')}`)
    .action((key: string, value: string) => admin.change(setParameter(key, value), `${key} is ${value} now.`));

  parameters
    .command('reset')
    .description('back to the default')
    .argument('<parameter>')
    .addHelpText('after', examples('parameters reset rnaTimeoutMs'))
    .action((key: string) => admin.change(setParameter(key, null), `${key} has its default again.`));
}

/** One line a parameter, for the help. */
function catalogueText(): string {
  const lines = parameterKeys.map((key) => {
    const definition: ParameterDefinition = parameterCatalogue[key];
    return `  ${key.padEnd(32)}${valuesOf(definition)}\n${' '.repeat(34)}${definition.meaning}`;
  });
  return `\nParameters:\n${lines.join('\n')}\n`;
}

function valuesOf(definition: ParameterDefinition): string {
  if (definition.type === 'boolean') return `yes or no (${definition.default ? 'yes' : 'no'})`;
  if (definition.type === 'address') return 'host, or host:port (none)';
  const unit = definition.unit === 'milliseconds' ? ' ms' : '';
  return `${definition.least} to ${definition.most}${unit} (${definition.default})`;
}
