/** A manager's settings, and service parameters. */
import { cleanPattern } from '../../../shared/routing/pattern';
import { fail, ok } from '../../../shared/result';
import { isParameterKey, parameterKeys, parameterProblem, parameterText } from '../../store/parameters';
import type { Edit } from '../apply';
import { newSettings, type Settings } from '../configuration';
import { with_, without } from './maps';

export function changeSettings(managerId: string, change: Partial<Omit<Settings, 'managerId'>>): Edit {
  return (configuration) => {
    const manager = configuration.users.get(managerId);
    if (manager?.role !== 'manager')
      return fail(manager ? `${managerId} is not a manager` : `there is no user ${managerId}`);
    const settings = { ...(configuration.settings.get(managerId) ?? newSettings(managerId, manager.mode)), ...change };
    const { inclusive, exclusive } = settings;
    const cleaned = { inclusive: inclusive.map(cleanPattern), exclusive: exclusive.map(cleanPattern) };
    return ok({ ...configuration, settings: with_(configuration.settings, managerId, { ...settings, ...cleaned }) });
  };
}

/** `given` null: back to the default. */
export function setParameter(key: string, given: string | null): Edit {
  const value = given === null ? null : parameterText(key, given);
  return (configuration) => {
    if (!isParameterKey(key)) {
      // One that an older program left behind can still be taken away.
      if (value !== null || !configuration.parameters.has(key)) {
        return fail(`there is no parameter ${key}; there are ${parameterKeys.join(', ')}`);
      }
    } else if (value !== null) {
      const problem = parameterProblem(key, value);
      if (problem !== null) return fail(`${key}: ${problem}`);
    }
    const { parameters } = configuration;
    return ok({
      ...configuration,
      parameters: value === null ? without(parameters, key) : with_(parameters, key, value),
    });
  };
}
