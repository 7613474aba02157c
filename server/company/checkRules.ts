/** Service parameters and number rules. */
import type { NumberRule } from '../../shared/routing/numberRules';
import { isParameterKey, parameterProblem } from '../store/parameters';
import { textProblem } from './checkUsers';
import type { Configuration } from './configuration';
import { ruleKey, type Report } from './problem';

const longestNumber = 33;

export function checkParameters(configuration: Configuration, report: Report): void {
  for (const [key, value] of configuration.parameters) {
    const problem = isParameterKey(key) ? parameterProblem(key, value) : 'there is no such parameter';
    if (problem) report('parameters', key, 'value', problem);
  }
}

export function checkRules(configuration: Configuration, report: Report): void {
  for (const kind of ['dial', 'lookup'] as const) {
    for (const [index, rule] of configuration.rules[kind].entries()) {
      const problem = ruleProblem(rule);
      if (problem) report('rules', ruleKey(kind, index + 1), null, problem);
    }
  }
}

export function ruleProblem({ name, beginsWith, digits, remove, prefix }: NumberRule): string | null {
  if (name === '') return 'a rule has a name';
  const text = textProblem(name);
  if (text) return `name: ${text}`;
  for (const [what, value] of [
    ['begins with', beginsWith],
    ['prefix', prefix],
  ] as const) {
    if (!/^\+?[0-9*#]{0,32}$/.test(value)) return `${what}: "${value}" is not made of digits, *, # and a + in front`;
  }
  if (digits !== null && (!Number.isInteger(digits) || digits < 1 || digits > longestNumber)) {
    return `digits: a number has 1 to ${longestNumber} characters`;
  }
  if (digits !== null && beginsWith.length > digits)
    return 'it fits no number: what it begins with is longer than the number';
  if (!Number.isInteger(remove) || remove < 0 || remove > longestNumber)
    return `remove: 0 to ${longestNumber} characters`;
  if (beginsWith.startsWith('+') && remove === 0 && prefix !== '')
    return 'it fits no number: the + may only stand in front, and the prefix would come before it; remove at least the +';
  if (digits !== null && remove >= digits && prefix === '') return 'it would leave nothing to dial';
  return null;
}
