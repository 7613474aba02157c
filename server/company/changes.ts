/** What the change log says about the step from one configuration to the next (product §9). Nothing here can change without a line. */
import {
  associationsByManager,
  linesByUser,
  ownLine,
  type Association,
  type Configuration,
  type Line,
  type Settings,
  type User,
} from './configuration';
import { isSame } from './difference';

export interface LoggedChange {
  /** Null: it is the whole company's. */
  readonly userId: string | null;
  readonly role: 'manager' | 'assistant' | 'company';
  /** The person's own DN; empty where there is none. */
  readonly lineNumber: string;
  readonly parameter: string;
  readonly oldValue: string;
  readonly newValue: string;
}

type Values = Readonly<Record<string, string>>;

export function changesBetween(before: Configuration, after: Configuration): readonly LoggedChange[] {
  const changes: LoggedChange[] = [];
  const [linesBefore, linesAfter] = [linesByUser(before), linesByUser(after)];
  const [servingBefore, servingAfter] = [associationsByManager(before), associationsByManager(after)];

  for (const userId of new Set([...before.users.keys(), ...after.users.keys()])) {
    const user = after.users.get(userId) ?? before.users.get(userId);
    if (!user) continue;
    const lineNumber = (ownLine(linesAfter.get(userId)) ?? ownLine(linesBefore.get(userId)))?.dn ?? '';
    const valuesOf = (
      configuration: Configuration,
      lines: typeof linesBefore,
      serving: typeof servingBefore,
    ): Values => ({
      ...userValues(configuration.users.get(userId)),
      ...lineValues(lines.get(userId) ?? []),
      ...assistantValues(serving.get(userId) ?? []),
      ...settingsValues(configuration.settings.get(userId)),
    });
    const [old, now] = [valuesOf(before, linesBefore, servingBefore), valuesOf(after, linesAfter, servingAfter)];
    const about = { userId, role: user.role, lineNumber };
    changes.push(...differing(old, now).map((change) => ({ ...about, ...change })));
    if ((before.users.get(userId)?.passwordHash ?? '') !== (after.users.get(userId)?.passwordHash ?? '')) {
      const words = (hash: string | undefined, set: string) => (hash === undefined || hash === '' ? '' : set);
      const oldValue = words(before.users.get(userId)?.passwordHash, '(set)');
      changes.push({
        ...about,
        parameter: 'password',
        oldValue,
        newValue: words(after.users.get(userId)?.passwordHash, oldValue === '' ? '(set)' : '(changed)'),
      });
    }
  }
  changes.push(...companyChanges(before, after));
  return changes;
}

function companyChanges(before: Configuration, after: Configuration): LoggedChange[] {
  const about = { userId: null, role: 'company', lineNumber: '' } as const;
  const parameters = differing(Object.fromEntries(before.parameters), Object.fromEntries(after.parameters));
  const rules = (['dial', 'lookup'] as const).flatMap((kind) => {
    if (isSame(before.rules[kind], after.rules[kind])) return [];
    const [oldValue, newValue] = [JSON.stringify(before.rules[kind]), JSON.stringify(after.rules[kind])];
    return [{ parameter: `${kind}Rules`, oldValue, newValue }];
  });
  return [...parameters, ...rules].map((change) => ({ ...about, ...change }));
}

function differing(old: Values, now: Values): Pick<LoggedChange, 'parameter' | 'oldValue' | 'newValue'>[] {
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].flatMap((parameter) => {
    const [oldValue, newValue] = [old[parameter] ?? '', now[parameter] ?? ''];
    return oldValue === newValue ? [] : [{ parameter, oldValue, newValue }];
  });
}

function userValues(user: User | undefined): Values {
  if (!user) return {};
  return {
    name: `${user.firstName} ${user.lastName}`.trim(),
    role: user.role,
    mode: user.mode,
    pool: String(user.pool),
    voicemail: String(user.voicemail),
    redirectTarget: user.redirectTo ?? 'default',
  };
}

function lineValues(lines: readonly Line[]): Values {
  return Object.fromEntries(
    lines.map(({ lineId, kind, dn, phoneId, position }) => {
      return [`line ${lineId}`, `${kind} ${dn} on ${phoneId}${kind === 'own' ? '' : `, position ${position}`}`];
    }),
  );
}

function assistantValues(serving: readonly Association[]): Values {
  if (serving.length === 0) return {};
  return {
    assistants: serving.map(({ assistantId, lineId }) => `${assistantId} (${lineId})`).join(' '),
    defaultAssistant: serving.find(({ isDefault }) => isDefault)?.assistantId ?? '',
  };
}

function settingsValues(settings: Settings | undefined): Values {
  if (!settings) return {};
  return {
    divertAll: String(settings.divertAll),
    divertTarget:
      settings.divertKind === 'assistant'
        ? `assistant ${settings.divertValue ?? ''}`
        : (settings.divertValue ?? settings.divertKind),
    filterOn: String(settings.filterOn),
    filterMode: settings.filterMode,
    assistantWatch: String(settings.assistantWatch),
    alertTone: String(settings.alertTone),
    inclusivePatterns: settings.inclusive.join(' '),
    exclusivePatterns: settings.exclusive.join(' '),
  };
}
