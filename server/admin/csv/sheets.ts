/** The CSV sheets of a company: their columns, how a row is understood, and how it is written. */
import type { NumberRule } from '../../../shared/routing/numberRules';
import { cleanPattern } from '../../../shared/routing/pattern';
import {
  associationsByManager,
  linesByUser,
  ownLine,
  type Association,
  type Configuration,
  type Line,
  type RuleKind,
  type Settings,
  type User,
} from '../../company/configuration';
import { divertText, divertWords, parseDivert } from '../../company/divertText';
import type { Cells } from './cells';
import type { Heading } from './read';
import type { CsvCell } from './write';

export const sheetNames = ['users', 'lines', 'associations', 'settings', 'parameters', 'rules'] as const;
export type SheetName = (typeof sheetNames)[number];

/** In the order in which they are written; `password` is read only. */
export const headings: Readonly<Record<SheetName, Heading>> = {
  users: {
    required: ['userId', 'firstName', 'lastName', 'role', 'dn', 'phone'],
    optional: ['lineId', 'mode', 'pool', 'voicemail', 'redirectTo', 'password'],
  },
  lines: { required: ['lineId', 'userId', 'dn', 'kind'], optional: ['phone', 'position', 'forManager'] },
  associations: { required: ['managerId', 'assistantId', 'lineId'], optional: ['position', 'default'] },
  settings: {
    required: ['managerId'],
    optional: [
      ...['divertTarget', 'divertAll', 'filterOn', 'filterMode', 'assistantWatch', 'alertTone'],
      ...['inclusive', 'exclusive'],
    ],
  },
  parameters: { required: ['parameter', 'value'], optional: [] },
  rules: { required: ['kind', 'name'], optional: ['beginsWith', 'digits', 'remove', 'prefix'] },
};

/** What a row says; what it leaves out stays as it is, or gets its default. */
export interface UserRow extends Pick<User, 'userId' | 'firstName' | 'lastName'> {
  readonly role: User['role'] | undefined;
  readonly dn: string;
  readonly phoneId: string;
  readonly lineId: string | undefined;
  readonly mode: User['mode'] | undefined;
  readonly pool: number | undefined;
  readonly voicemail: boolean | undefined;
  /** Null: none. */
  readonly redirectTo: string | null | undefined;
  readonly password: string | undefined;
}
export interface LineRow extends Pick<Line, 'lineId' | 'userId' | 'dn'> {
  readonly kind: Exclude<Line['kind'], 'own'> | undefined;
  readonly phoneId: string | undefined;
  readonly position: number | undefined;
  /** Null: nobody. */
  readonly forManager: string | null | undefined;
}
export interface AssociationRow extends Pick<Association, 'managerId' | 'assistantId' | 'lineId'> {
  readonly position: number | undefined;
  readonly isDefault: boolean | undefined;
}
export type SettingsRow = Pick<Settings, 'managerId'> & {
  readonly [K in Exclude<keyof Settings, 'managerId'>]: Settings[K] | undefined;
};

export interface ParameterRow {
  readonly key: string;
  /** Empty: the default. */
  readonly value: string;
}
export interface RuleRow extends NumberRule {
  /** Undefined where it is none of the two, which has been told. */
  readonly kind: RuleKind | undefined;
}

export function userOf(cells: Cells): UserRow {
  const redirectTo = cells.text('redirectTo');
  cells.needed('role');
  return {
    userId: cells.needed('userId'),
    firstName: cells.verbatim('firstName'),
    lastName: cells.verbatim('lastName'),
    role: cells.oneOf('role', ['manager', 'assistant']),
    dn: cells.needed('dn'),
    phoneId: cells.needed('phone'),
    lineId: filled(cells.text('lineId')),
    mode: cells.oneOf('mode', ['proxy', 'shared']),
    pool: cells.whole('pool', 1),
    voicemail: cells.yes('voicemail'),
    redirectTo: redirectTo === '' ? null : redirectTo,
    password: filled(cells.text('password')),
  };
}

export function lineOf(cells: Cells): LineRow {
  const forManager = cells.text('forManager');
  cells.needed('kind');
  return {
    lineId: cells.needed('lineId'),
    userId: cells.needed('userId'),
    dn: cells.needed('dn'),
    kind: cells.oneOf('kind', ['proxy', 'shared', 'intercom']),
    phoneId: filled(cells.text('phone')),
    position: cells.whole('position', 1),
    forManager: forManager === '' ? null : forManager,
  };
}

export function associationOf(cells: Cells): AssociationRow {
  return {
    managerId: cells.needed('managerId'),
    assistantId: cells.needed('assistantId'),
    lineId: cells.needed('lineId'),
    position: cells.whole('position', 0),
    isDefault: cells.yes('default'),
  };
}

export function settingsOf(cells: Cells): SettingsRow {
  const target = filled(cells.text('divertTarget'));
  const divert = target === undefined ? null : parseDivert(target);
  if (target !== undefined && !divert) cells.wrong('divertTarget', `"${target}" is none of ${divertWords}`);
  const patterns = (column: string) =>
    cells
      .text(column)
      ?.split(/\s+/)
      .filter((pattern) => pattern !== '')
      .map(cleanPattern);
  return {
    managerId: cells.needed('managerId'),
    divertKind: divert?.divertKind,
    divertValue: divert?.divertValue,
    divertAll: cells.yes('divertAll'),
    filterOn: cells.yes('filterOn'),
    filterMode: cells.oneOf('filterMode', ['inclusive', 'exclusive']),
    assistantWatch: cells.yes('assistantWatch'),
    alertTone: cells.yes('alertTone'),
    inclusive: patterns('inclusive'),
    exclusive: patterns('exclusive'),
  };
}

export function parameterOf(cells: Cells): ParameterRow {
  return { key: cells.needed('parameter'), value: cells.text('value') ?? '' };
}

export function ruleOf(cells: Cells): RuleRow {
  cells.needed('kind');
  return {
    kind: cells.oneOf('kind', ['dial', 'lookup']),
    name: cells.verbatim('name'),
    beginsWith: cells.text('beginsWith') ?? '',
    digits: cells.whole('digits', 1) ?? null,
    remove: cells.whole('remove', 0) ?? 0,
    prefix: cells.text('prefix') ?? '',
  };
}

/** All rows, the heading first. Passwords are never written. */
export function sheetRows(sheet: SheetName, configuration: Configuration): (readonly CsvCell[])[] {
  const { required, optional } = headings[sheet];
  return [[...required, ...optional].filter((column) => column !== 'password'), ...bodyOf(sheet, configuration)];
}

function bodyOf(sheet: SheetName, configuration: Configuration): (readonly CsvCell[])[] {
  switch (sheet) {
    case 'users': {
      const lines = linesByUser(configuration);
      return [...configuration.users.values()].map((user) => {
        const own = ownLine(lines.get(user.userId));
        return [
          ...[user.userId, user.firstName, user.lastName, user.role, own?.dn ?? null, own?.phoneId ?? null],
          ...[own?.lineId ?? null, user.mode, user.pool, user.voicemail, user.redirectTo],
        ];
      });
    }
    case 'lines':
      return [...linesByUser(configuration).values()]
        .flat()
        .filter(({ kind }) => kind !== 'own')
        .map(({ lineId, userId, dn, kind, phoneId, position, forManager }) => {
          return [lineId, userId, dn, kind, phoneId, position, forManager ?? null];
        });
    case 'associations':
      return [...associationsByManager(configuration).values()]
        .flat()
        .map(({ managerId, assistantId, lineId, position, isDefault }) => {
          return [managerId, assistantId, lineId, position, isDefault];
        });
    case 'settings':
      return [...configuration.settings.values()].map((settings) => [
        ...[settings.managerId, divertText(settings), settings.divertAll, settings.filterOn, settings.filterMode],
        ...[settings.assistantWatch, settings.alertTone, settings.inclusive.join(' '), settings.exclusive.join(' ')],
      ]);
    case 'parameters':
      return [...configuration.parameters];
    case 'rules':
      return (['dial', 'lookup'] as const).flatMap((kind) =>
        configuration.rules[kind].map(({ name, beginsWith, digits, remove, prefix }) => {
          return [kind, name, beginsWith, digits, remove, prefix];
        }),
      );
  }
}

function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
