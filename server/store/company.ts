/** Who works here, on which lines, for whom, with which settings: all that routing and consoles need, in one object. */
import type { DivertTarget, FilterMode, LineKind } from '../../shared/calls/model';
import type { Dn, LineId, PhoneId, UserId } from '../../shared/ids';
import type { Parameters } from './parameters';

export interface CompanyLine {
  readonly lineId: LineId;
  readonly dn: Dn;
  readonly phoneId: PhoneId;
  readonly kind: LineKind;
  /** The manager a proxy line serves. */
  readonly managerId: UserId | null;
}

export interface Assistant {
  readonly userId: UserId;
  readonly name: string;
  readonly dn: Dn;
  /** Own line first, then proxy lines in their configured order. */
  readonly lines: readonly CompanyLine[];
  /** In the order of the proxy lines. */
  readonly managers: readonly UserId[];
}

export interface ManagerSettings {
  readonly divertAll: boolean;
  readonly divertTarget: DivertTarget;
  readonly filterOn: boolean;
  readonly filterMode: FilterMode;
  readonly inclusive: readonly string[];
  readonly exclusive: readonly string[];
}

export interface Manager {
  readonly userId: UserId;
  readonly name: string;
  /** The controlled DN: the route point, and the manager's own line behind it. */
  readonly dn: Dn;
  readonly phoneId: PhoneId;
  /** The manager's own phone's line: ringing it goes past the filter. */
  readonly lineId: LineId;
  /** In their configured order. */
  readonly assistants: readonly { readonly userId: UserId; readonly proxyLineId: LineId }[];
  readonly defaultAssistant: UserId | null;
  readonly settings: ManagerSettings;
}

export interface Company {
  readonly assistants: ReadonlyMap<UserId, Assistant>;
  readonly managers: ReadonlyMap<UserId, Manager>;
  readonly parameters: Parameters;
}

/** A new manager (product §5): everything goes to the assistant. */
export const newManagerSettings: ManagerSettings = {
  divertAll: false,
  divertTarget: { kind: 'activeAssistant' },
  filterOn: true,
  filterMode: 'inclusive',
  inclusive: [],
  exclusive: [],
};

/** The same company with one manager's settings changed. */
export function withSettings(company: Company, managerId: UserId, change: Partial<ManagerSettings>): Company {
  const manager = company.managers.get(managerId);
  if (!manager) return company;
  const managers = new Map(company.managers);
  managers.set(managerId, { ...manager, settings: { ...manager.settings, ...change } });
  return { ...company, managers };
}
