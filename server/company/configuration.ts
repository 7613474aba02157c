/**
 * The whole configuration as it is stored, unchecked: what the administrator changes and `check` judges. Keyed by id.
 * (`Company` in server/store/company is what a running service makes of it.)
 */
import type { FilterMode, LineMode } from '../../shared/calls/model';
import type { NumberRule } from '../../shared/routing/numberRules';

export type Role = 'manager' | 'assistant';
export type RuleKind = 'dial' | 'lookup';

export interface User {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  readonly mode: LineMode;
  readonly pool: number;
  readonly voicemail: boolean;
  readonly redirectTo: string | null;
  /** Argon2id; empty: no password yet, nobody can log in. */
  readonly passwordHash: string;
}

export type StoredLineKind = 'own' | 'proxy' | 'shared' | 'intercom';

export interface Line {
  readonly lineId: string;
  readonly userId: string;
  readonly dn: string;
  readonly phoneId: string;
  readonly kind: StoredLineKind;
  readonly position: number;
  /** An assistant's intercom line: which manager it is for. */
  readonly forManager?: string;
}

export interface Association {
  readonly managerId: string;
  readonly assistantId: string;
  readonly lineId: string;
  readonly position: number;
  readonly isDefault: boolean;
}

export interface Settings {
  readonly managerId: string;
  readonly divertAll: boolean;
  readonly divertKind: 'activeAssistant' | 'assistant' | 'number' | 'none';
  /** A user id or a number, as `divertKind` says. */
  readonly divertValue: string | null;
  readonly filterOn: boolean;
  readonly filterMode: FilterMode;
  readonly assistantWatch: boolean;
  readonly alertTone: boolean;
  readonly inclusive: readonly string[];
  readonly exclusive: readonly string[];
}

export interface Configuration {
  readonly users: ReadonlyMap<string, User>;
  readonly lines: ReadonlyMap<string, Line>;
  /** Keyed by `associationKey`. */
  readonly associations: ReadonlyMap<string, Association>;
  /** Keyed by manager. */
  readonly settings: ReadonlyMap<string, Settings>;
  /** What differs from the catalogue's defaults (server/store/parameters). */
  readonly parameters: ReadonlyMap<string, string>;
  readonly rules: Readonly<Record<RuleKind, readonly NumberRule[]>>;
}

/** No user id holds a line break. */
export function associationKey(of: Pick<Association, 'managerId' | 'assistantId'>): string {
  return `${of.managerId}\n${of.assistantId}`;
}

/** A new manager's settings (product §5); in shared line mode a divert target has to be given first. */
export function newSettings(managerId: string, mode: LineMode): Settings {
  return {
    managerId,
    divertAll: false,
    divertKind: mode === 'shared' ? 'none' : 'activeAssistant',
    divertValue: null,
    filterOn: true,
    filterMode: 'inclusive',
    assistantWatch: true,
    alertTone: true,
    inclusive: [],
    exclusive: [],
  };
}

/** Lines by their owner, in their order. */
export function linesByUser(configuration: Configuration): ReadonlyMap<string, readonly Line[]> {
  return grouped(configuration.lines.values(), ({ userId }) => userId);
}

/** Associations by manager, in their order. */
export function associationsByManager(configuration: Configuration): ReadonlyMap<string, readonly Association[]> {
  return grouped(configuration.associations.values(), ({ managerId }) => managerId);
}

export function ownLine(lines: readonly Line[] | undefined): Line | undefined {
  return lines?.find(({ kind }) => kind === 'own');
}

function grouped<T extends { readonly position: number }>(items: Iterable<T>, keyOf: (item: T) => string) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.position - b.position);
  return groups;
}
