/** A call in words: state, caller, members, who it came by. Shape, word and colour always go together. */
import type { TFunction } from 'i18next';
import type { CallView, LineView, ManagerView, Party } from '../../../shared/calls/model';
import { formatNumber } from '../../format/number';
import { shownName } from '../../format/shownName';

export function partyName(party: Party, t: TFunction): string {
  return shownName(party.name) ?? (party.number === null ? t('call.withheld') : formatNumber(party.number));
}

export function isConference(call: Pick<CallView, 'parties'>): boolean {
  return call.parties > 2;
}

/** Who is there: the other party, or how many talk. */
export function callerName(call: Pick<CallView, 'party' | 'parties'>, t: TFunction): string {
  return isConference(call) ? t('call.conference', { count: call.parties }) : partyName(call.party, t);
}

/** The number under the name; nothing where it already stands in the name's place. */
export function callerNumber(call: Pick<CallView, 'party' | 'parties'>): string | null {
  const { name, number } = call.party;
  return isConference(call) || shownName(name) === null || number === null ? null : number;
}

/** The names of a conference that fit on a card, and how many more there are. */
export function memberNames(
  call: Pick<CallView, 'members'>,
  shown: number,
  t: TFunction,
): { readonly names: readonly string[]; readonly more: number } {
  const names = call.members.map((member) => partyName(member, t));
  // One that is left over takes no more room than "+1".
  const fits = names.length <= shown + 1 ? names.length : shown;
  return { names: names.slice(0, fits), more: names.length - fits };
}

export function stateWord(call: Pick<CallView, 'state' | 'direction' | 'failedFor'>, t: TFunction): string {
  switch (call.state) {
    case 'initiated':
      return t('call.dialling');
    case 'alerting':
      return call.direction === 'in' ? t('call.ringing') : t('call.calling');
    case 'connected':
      return t('call.connected');
    case 'hold':
      return t('call.hold');
    case 'queued':
      return t('call.queued');
    case 'fail':
      return call.failedFor === undefined ? t('call.fail') : t(`call.failed.${call.failedFor}`);
  }
}

/** Which line a call is at: the manager it is for comes first (product §6), else whose line it is. */
export function lineWords(
  line: Pick<LineView, 'kind' | 'label' | 'dn'> | undefined,
  manager: Pick<ManagerView, 'name'> | null,
  t: TFunction,
): string | null {
  if (manager !== null && line?.kind !== 'intercom') return t('call.for', { name: nameOr(manager.name, line?.dn) });
  if (line === undefined) return null;
  return line.kind === 'own' ? t('call.onMyLine') : nameOr(line.label, line.dn);
}

function nameOr(name: string, dn: string | undefined): string {
  return shownName(name) ?? dn ?? name;
}
