/**
 * Checks a whole configuration: the limits of product §4 and everything that routing relies on. Pure. A configuration with a new
 * problem is never written.
 */
import { parseParameters } from '../store/parameters';
import { checkAssociations } from './checkAssociations';
import { checkLines } from './checkLines';
import { checkParameters, checkRules } from './checkRules';
import { checkSettings } from './checkSettings';
import { checkUsers } from './checkUsers';
import type { Configuration } from './configuration';
import type { Problem, Report } from './problem';

/** Everything that is wrong; empty when the configuration may be used. */
export function checkConfiguration(configuration: Configuration): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (sheet, key, column, message, also = null) => {
    problems.push({ at: { sheet, key }, column, message, also });
  };
  const parameters = parseParameters(configuration.parameters);
  checkUsers(configuration, parameters, report);
  checkLines(configuration, report);
  checkAssociations(configuration, report);
  checkSettings(configuration, report);
  checkParameters(configuration, report);
  checkRules(configuration, report);
  return problems;
}
