/** What is fixed in a switch: its phones and lines, which numbers are route points, who may pass them, and its voicemail. */
import type { Dn, LineId, PhoneId } from '../../../shared/ids';
import type { SwitchLine, SwitchPhone } from '../port';

export interface SwitchPlan {
  readonly phones: readonly SwitchPhone[];
  /** Managers' DNs: calls to them wait for the service's decision. */
  readonly routePoints: readonly Dn[];
  /** Lines whose calls pass route points and ring the manager's own phone: the managers' and assistants' own. */
  readonly trustedLines: readonly LineId[];
  /** Numbers that are meant to be on several phones. */
  readonly sharedDns?: readonly Dn[];
  readonly voicemail?: VoicemailPlan | null;
}

export interface VoicemailPlan {
  /** The number of the voicemail system: owners of boxes dial it to hear their messages. */
  readonly pilot: Dn;
  /** Numbers that have a box. Its lamp is that of the phone whose first line has the number. */
  readonly boxes: readonly Dn[];
}

export interface PlannedLine extends SwitchLine {
  readonly phoneId: PhoneId;
}

/** Looks numbers and lines up. Mistakes in the plan are told at once, above all a number on two lines that is not shared. */
export class NumberPlan {
  readonly #byId = new Map<LineId, PlannedLine>();
  readonly #byDn = new Map<Dn, PlannedLine[]>();
  readonly #routePoints: ReadonlySet<Dn>;
  readonly #trusted: ReadonlySet<LineId>;
  readonly #voicemail: VoicemailPlan | null;
  readonly #boxes = new Map<Dn, PhoneId>();

  constructor(plan: SwitchPlan) {
    const shared = new Set(plan.sharedDns);
    for (const phone of plan.phones) {
      for (const line of phone.lines) this.#add({ ...line, phoneId: phone.phoneId }, shared);
    }
    this.#routePoints = new Set(plan.routePoints);
    this.#trusted = new Set(plan.trustedLines);
    this.#voicemail = plan.voicemail ?? null;
    if (this.#voicemail) this.#addVoicemail(this.#voicemail, plan.phones);
  }

  lineById(lineId: LineId): PlannedLine | undefined {
    return this.#byId.get(lineId);
  }

  /** All lines with this number: more than one where it is shared. The first is the owner's. */
  linesByDn(dn: Dn): readonly PlannedLine[] {
    return this.#byDn.get(dn) ?? [];
  }

  lineByDn(dn: Dn): PlannedLine | undefined {
    return this.linesByDn(dn)[0];
  }

  isRoutePoint(dn: Dn): boolean {
    return this.#routePoints.has(dn);
  }

  isTrusted(lineId: LineId): boolean {
    return this.#trusted.has(lineId);
  }

  get voicemailPilot(): Dn | null {
    return this.#voicemail?.pilot ?? null;
  }

  /** The phone whose lamp shows messages in the box of this number; undefined where the number has no box. */
  phoneOfBox(box: Dn): PhoneId | undefined {
    return this.#boxes.get(box);
  }

  /** The box that the pilot means for somebody at this line: that of the line's number, else that of the phone. */
  boxOfLine(line: PlannedLine): Dn | null {
    if (this.#boxes.has(line.dn)) return line.dn;
    for (const [box, phoneId] of this.#boxes) if (phoneId === line.phoneId) return box;
    return null;
  }

  #add(line: PlannedLine, shared: ReadonlySet<Dn>): void {
    const others = this.#byDn.get(line.dn) ?? [];
    if (others.length > 0 && !shared.has(line.dn)) throw new Error(`number ${line.dn} is given to two lines`);
    if (others.some((other) => other.phoneId === line.phoneId)) {
      throw new Error(`number ${line.dn} is twice on one phone`);
    }
    if (this.#byId.has(line.lineId)) throw new Error(`line ${line.lineId} is given twice`);
    this.#byId.set(line.lineId, line);
    this.#byDn.set(line.dn, [...others, line]);
  }

  #addVoicemail({ pilot, boxes }: VoicemailPlan, phones: readonly SwitchPhone[]): void {
    if (this.#byDn.has(pilot)) throw new Error(`number ${pilot} is given to a line and to the voicemail`);
    for (const box of boxes) {
      const owner = phones.find((phone) => phone.lines[0]?.dn === box);
      if (!owner) throw new Error(`no phone's first line has the number ${box} of a voicemail box`);
      this.#boxes.set(box, owner.phoneId);
    }
  }
}
