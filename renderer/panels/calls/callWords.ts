/** A call in words: state, caller, who it came by. Shape, word and colour always go together. */
import type { TFunction } from 'i18next';
import type { CallView, Party } from '../../../shared/calls/model';
import { formatNumber } from '../../format/number';

export function partyName(party: Party, t: TFunction): string {
  if (party.name !== null && party.name !== '') return party.name;
  return party.number === null ? t('call.withheld') : formatNumber(party.number);
}

export function callerName(call: Pick<CallView, 'party'>, t: TFunction): string {
  return partyName(call.party, t);
}

/** The number under the name; nothing where it already stands in the name's place. */
export function callerNumber(call: Pick<CallView, 'party'>): string | null {
  const { name, number } = call.party;
  return name === null || name === '' || number === null ? null : formatNumber(number);
}

export function stateWord(call: Pick<CallView, 'state' | 'direction' | 'parties'>, t: TFunction): string {
  switch (call.state) {
    case 'initiated':
      return t('call.dialling');
    case 'alerting':
      return call.direction === 'in' ? t('call.ringing') : t('call.calling');
    case 'connected':
      return call.parties > 2 ? t('call.connectedMany', { count: call.parties }) : t('call.connected');
    case 'hold':
      return t('call.hold');
    case 'queued':
      return t('call.queued');
    case 'fail':
      return t('call.fail');
  }
}
