/** Who works here, on which lines, for whom, with which settings: all that routing and consoles need, in one object. */
import type { DivertTarget, FilterMode, LineKind, LineMode } from '../../shared/calls/model';
import type { Dn, LineId, PhoneId, UserId } from '../../shared/ids';
import type { NumberRule } from '../../shared/routing/numberRules';
import type { Parameters } from './parameters';

export interface CompanyLine {
  readonly lineId: LineId;
  readonly dn: Dn;
  readonly phoneId: PhoneId;
  readonly kind: LineKind;
  /** The manager that a proxy line, a shared line or an intercom line is for. */
  readonly managerId: UserId | null;
}

export interface Assistant {
  readonly userId: UserId;
  readonly name: string;
  readonly dn: Dn;
  readonly mode: LineMode;
  readonly phoneId: PhoneId;
  /** Where Redirect sends calls; null is the default of the mode. */
  readonly redirectTo: Dn | null;
  /** Own line first, then the managers' lines in their configured order, then intercom. */
  readonly lines: readonly CompanyLine[];
  /** In the order of their lines. */
  readonly managers: readonly UserId[];
}

export interface ManagerSettings {
  readonly divertAll: boolean;
  readonly divertTarget: DivertTarget;
  readonly filterOn: boolean;
  readonly filterMode: FilterMode;
  readonly inclusive: readonly string[];
  readonly exclusive: readonly string[];
  readonly assistantWatch: boolean;
  readonly alertTone: boolean;
}

export interface Manager {
  readonly userId: UserId;
  readonly name: string;
  /** The controlled DN: in proxy line mode the route point, and the manager's own line behind it. */
  readonly dn: Dn;
  readonly mode: LineMode;
  readonly phoneId: PhoneId;
  /** The manager's own phone's line: ringing it goes past the filter. */
  readonly lineId: LineId;
  readonly hasVoicemail: boolean;
  readonly intercomDn: Dn | null;
  /** In their configured order, each with its line for this manager: a proxy line or an appearance of the shared line. */
  readonly assistants: readonly { readonly userId: UserId; readonly lineId: LineId }[];
  readonly defaultAssistant: UserId | null;
  readonly settings: ManagerSettings;
}

export interface Company {
  readonly assistants: ReadonlyMap<UserId, Assistant>;
  readonly managers: ReadonlyMap<UserId, Manager>;
  readonly parameters: Parameters;
  /** What is dialled is rewritten by the first dial rule that fits; a caller's number by the first lookup rule, to find a name. */
  readonly rules: { readonly dial: readonly NumberRule[]; readonly lookup: readonly NumberRule[] };
}

/** A new manager (product §5): everything goes to the assistant. */
export const newManagerSettings: ManagerSettings = {
  divertAll: false,
  divertTarget: { kind: 'activeAssistant' },
  filterOn: true,
  filterMode: 'inclusive',
  inclusive: [],
  exclusive: [],
  assistantWatch: true,
  alertTone: true,
};

/** A new manager in shared line mode: a divert target has to be given first. */
export const newSharedManagerSettings: ManagerSettings = { ...newManagerSettings, divertTarget: { kind: 'none' } };

/** The same company with one manager changed. */
export function withManager(company: Company, managerId: UserId, change: (manager: Manager) => Manager): Company {
  const manager = company.managers.get(managerId);
  if (!manager) return company;
  return { ...company, managers: new Map(company.managers).set(managerId, change(manager)) };
}
