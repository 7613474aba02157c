/** Managers' settings: divert targets that exist and lead somewhere, patterns that mean something. */
import { Dn, UserId } from '../../shared/ids';
import { divertCircle, type DivertingManager } from '../../shared/routing/divertCircle';
import { rewrite } from '../../shared/routing/numberRules';
import { checkPatternList, cleanPattern, problemText } from '../../shared/routing/pattern';
import { isDn, notDn } from './checkUsers';
import {
  associationKey,
  associationsByManager,
  linesByUser,
  ownLine,
  type Configuration,
  type Settings,
} from './configuration';
import type { Report } from './problem';

export function checkSettings(configuration: Configuration, report: Report): void {
  for (const settings of configuration.settings.values()) {
    const { managerId } = settings;
    const at = (column: string, message: string) => report('settings', managerId, column, message);
    const manager = configuration.users.get(managerId);
    if (manager?.role !== 'manager') {
      at('managerId', manager ? `${managerId} is not a manager` : `there is no user ${managerId}`);
      continue;
    }
    const divert = divertProblem(configuration, settings, manager.mode);
    if (divert) at('divertTarget', divert);
    for (const list of ['inclusive', 'exclusive'] as const) {
      const wrong = checkPatternList(settings[list]);
      if (wrong)
        at(list, `pattern ${wrong.index + 1}, "${settings[list][wrong.index] ?? ''}": ${problemText(wrong.problem)}`);
      else if (settings[list].some((pattern) => cleanPattern(pattern) !== pattern))
        at(list, 'a pattern is not in its cleaned form');
    }
  }
  checkCircles(configuration, report);
}

function divertProblem(configuration: Configuration, settings: Settings, mode: 'proxy' | 'shared'): string | null {
  const { managerId, divertKind, divertValue } = settings;
  switch (divertKind) {
    case 'activeAssistant':
      return mode === 'shared' ? 'in shared line mode the divert target is a number or none' : null;
    case 'none':
      return mode === 'proxy' ? 'in proxy line mode there is always a divert target: an assistant or a number' : null;
    case 'number':
      return divertValue !== null && isDn(divertValue) ? null : notDn(divertValue ?? '');
    case 'assistant': {
      if (mode === 'shared') return 'in shared line mode the divert target is a number or none';
      const assistantId = divertValue ?? '';
      const theirs = configuration.associations.has(associationKey({ managerId, assistantId }));
      return theirs ? null : `${assistantId} is not an assistant of ${managerId}`;
    }
  }
}

/** Each circle is told at each manager in it. */
function checkCircles(configuration: Configuration, report: Report): void {
  const suspects = suspectedOfCircles(configuration);
  for (const { userId, divertsTo } of suspects) {
    const circle = divertsTo === null ? null : divertCircle(suspects, userId, divertsTo);
    if (circle) report('settings', userId, 'divertTarget', `the divert goes round in a circle: ${circle.join(' → ')}`);
  }
}

/** Who diverts to a manager's number or to a proxy line of their own: a circle has nobody else in it. */
function suspectedOfCircles(configuration: Configuration): readonly DivertingManager[] {
  const lines = linesByUser(configuration);
  const serving = associationsByManager(configuration);
  const dnOf = (managerId: string) => ownLine(lines.get(managerId))?.dn;
  const managed = new Set<string>();
  for (const { userId, role } of configuration.users.values()) {
    const dn = role === 'manager' ? dnOf(userId) : undefined;
    if (dn !== undefined) managed.add(bare(dn));
  }
  return [...configuration.settings.values()].flatMap(({ managerId, divertKind, divertValue }) => {
    if (divertKind !== 'number') return [];
    const dn = Dn.safeParse(dnOf(managerId));
    const number = Dn.safeParse(divertValue);
    const userId = UserId.safeParse(managerId);
    if (!dn.success || !number.success || !userId.success) return [];
    const divertsTo = rewrite(configuration.rules.dial, number.data).number;
    const proxyNumbers = (serving.get(managerId) ?? []).flatMap(({ lineId }) => {
      const proxy = Dn.safeParse(configuration.lines.get(lineId)?.dn);
      return proxy.success ? [proxy.data] : [];
    });
    const suspicious = managed.has(bare(divertsTo)) || proxyNumbers.some((proxy) => bare(proxy) === bare(divertsTo));
    return suspicious ? [{ userId: userId.data, dn: dn.data, proxyNumbers, divertsTo }] : [];
  });
}

function bare(number: string): string {
  return number.replace(/^\+/, '');
}
