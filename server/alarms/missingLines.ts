/** Counts the configured lines that the switch does not have: calls cannot ring there, however well the configuration reads. */
import type { LineId, PhoneId } from '../../shared/ids';
import type { Company } from '../store/company';
import type { SwitchEvent, SwitchLine, SwitchListener, SwitchPhone } from '../switch/port';

type People = Pick<Company, 'assistants' | 'managers'>;

export class MissingLines implements SwitchListener {
  /** Null while the switch is away: nothing is known then. */
  #phones: Map<PhoneId, readonly SwitchLine[]> | null = null;
  /** What was counted last; null when it has to be counted again. A manager's settings do not bring lines: only a new configuration does. */
  #counted: { readonly assistants: Company['assistants']; readonly missing: number } | null = null;

  connected({ phones }: { readonly phones: readonly SwitchPhone[] }): void {
    this.#phones = new Map(phones.map(({ phoneId, lines }) => [phoneId, lines]));
    this.#counted = null;
  }

  event(event: SwitchEvent): void {
    if (event.type !== 'phone') return;
    const { phoneId, lines } = event.phone;
    if (sameLines(this.#phones?.get(phoneId), lines)) return;
    this.#phones?.set(phoneId, lines);
    this.#counted = null;
  }

  disconnected(): void {
    this.#phones = null;
    this.#counted = null;
  }

  count({ assistants, managers }: People): number {
    if (!this.#phones) return 0;
    if (this.#counted?.assistants === assistants) return this.#counted.missing;
    const there = new Set<LineId>();
    for (const lines of this.#phones.values()) for (const { lineId } of lines) there.add(lineId);
    let missing = 0;
    for (const { lines } of assistants.values()) {
      for (const { lineId } of lines) if (!there.has(lineId)) missing += 1;
    }
    for (const { lineId } of managers.values()) if (!there.has(lineId)) missing += 1;
    this.#counted = { assistants, missing };
    return missing;
  }
}

function sameLines(before: readonly SwitchLine[] | undefined, now: readonly SwitchLine[]): boolean {
  return before?.length === now.length && before.every(({ lineId }, place) => lineId === now[place]?.lineId);
}
