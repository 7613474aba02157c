/** What is fixed in a switch: its phones and lines, which numbers are route points, and who may pass them. */
import type { Dn, LineId, PhoneId } from '../../../shared/ids';
import type { SwitchLine, SwitchPhone } from '../port';

export interface SwitchPlan {
  readonly phones: readonly SwitchPhone[];
  /** Managers' DNs: calls to them wait for the service's decision. */
  readonly routePoints: readonly Dn[];
  /** Lines whose calls pass route points and ring the manager's own phone: the managers' and assistants' own. */
  readonly trustedLines: readonly LineId[];
}

export interface PlannedLine extends SwitchLine {
  readonly phoneId: PhoneId;
}

/** Looks numbers and lines up. Numbers are unique: two lines with one number is a mistake in the plan, told at once. */
export class NumberPlan {
  readonly #byId = new Map<LineId, PlannedLine>();
  readonly #byDn = new Map<Dn, PlannedLine>();
  readonly #routePoints: ReadonlySet<Dn>;
  readonly #trusted: ReadonlySet<LineId>;

  constructor(plan: SwitchPlan) {
    for (const phone of plan.phones) {
      for (const line of phone.lines) {
        if (this.#byDn.has(line.dn)) throw new Error(`number ${line.dn} is given to two lines`);
        const planned = { ...line, phoneId: phone.phoneId };
        this.#byId.set(line.lineId, planned);
        this.#byDn.set(line.dn, planned);
      }
    }
    this.#routePoints = new Set(plan.routePoints);
    this.#trusted = new Set(plan.trustedLines);
  }

  lineById(lineId: LineId): PlannedLine | undefined {
    return this.#byId.get(lineId);
  }

  lineByDn(dn: Dn): PlannedLine | undefined {
    return this.#byDn.get(dn);
  }

  isRoutePoint(dn: Dn): boolean {
    return this.#routePoints.has(dn);
  }

  isTrusted(lineId: LineId): boolean {
    return this.#trusted.has(lineId);
  }
}
