/** Dial and lookup rules: an ordered list, places counted from 1. */
import type { NumberRule } from '../../../shared/routing/numberRules';
import { fail, ok } from '../../../shared/result';
import type { Edit } from '../apply';
import type { Configuration, RuleKind } from '../configuration';

/** `place` null: at the end. */
export function addRule(kind: RuleKind, rule: NumberRule, place: number | null): Edit {
  return (configuration) => {
    const rules = [...configuration.rules[kind]];
    const at = (place ?? rules.length + 1) - 1;
    if (at < 0 || at > rules.length)
      return fail(`there is no place ${at + 1}: there are ${rules.length} ${kind} rules`);
    rules.splice(at, 0, rule);
    return ok(withRules(configuration, kind, rules));
  };
}

export function removeRule(kind: RuleKind, place: number): Edit {
  return (configuration) => {
    const rules = configuration.rules[kind];
    if (!rules[place - 1]) return fail(`there is no ${kind} rule ${place}`);
    return ok(withRules(configuration, kind, rules.toSpliced(place - 1, 1)));
  };
}

export function moveRule(kind: RuleKind, from: number, to: number): Edit {
  return (configuration) => {
    const rules = configuration.rules[kind];
    const rule = rules[from - 1];
    if (!rule) return fail(`there is no ${kind} rule ${from}`);
    if (!rules[to - 1]) return fail(`there is no place ${to}: there are ${rules.length} ${kind} rules`);
    return ok(withRules(configuration, kind, rules.toSpliced(from - 1, 1).toSpliced(to - 1, 0, rule)));
  };
}

function withRules(configuration: Configuration, kind: RuleKind, rules: readonly NumberRule[]): Configuration {
  return { ...configuration, rules: { ...configuration.rules, [kind]: rules } };
}
