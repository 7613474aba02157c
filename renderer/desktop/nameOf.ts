/** Who has this number, as far as this computer knows: a manager, a speed dial, somebody in the history. Exactly this number; nothing is guessed. */
import type { Dn } from '../../shared/ids';
import { shownName } from '../format/shownName';
import { cleanDialString } from '../format/dialString';
import type { AppState } from '../store/state';

type Known = Pick<AppState, 'console' | 'speedDials' | 'history'>;

export function nameOf(number: Dn, { console, speedDials, history }: Known): string | null {
  const manager = console?.managers.find(({ dn }) => dn === number)?.name;
  const speedDial = speedDials.entries.find((entry) => {
    const dn = cleanDialString(entry.number);
    return dn.ok && dn.value === number;
  })?.name;
  const party = history.entries.find(({ party }) => party.number === number && party.name !== null)?.party.name;
  return shownName(manager ?? speedDial ?? party ?? null);
}
