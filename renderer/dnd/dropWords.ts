/** What a drop would do, in words: shown and said while something is held over a target. */
import type { TFunction } from 'i18next';
import type { ConsoleState } from '../../shared/calls/model';
import type { ConnectionId } from '../../shared/ids';
import { formatNumber } from '../format/number';
import type { DropAction, DropTarget } from './dropAction';

type Doing = Exclude<DropAction, { kind: 'nothing' }>;

export function dropWords(action: Doing, target: DropTarget, console: ConsoleState | null, t: TFunction): string {
  if (action.kind === 'refused') return t(action.why);
  if (action.kind === 'newSpeedDial') {
    return t('drag.newSpeedDial', { name: action.name === '' ? formatNumber(action.number) : action.name });
  }
  const { command } = action;
  switch (command.type) {
    case 'transfer':
      return t('drag.transfer', {
        caller: caller(command.connectionId, console, t),
        name: target.kind === 'person' ? target.name : formatNumber(command.to),
      });
    case 'directTransfer':
      return t('drag.direct', {
        caller: caller(command.connectionId, console, t),
        name: caller(command.with, console, t),
      });
    case 'makeCall':
      return t('drag.call', { number: formatNumber(command.to) });
  }
}

function caller(connectionId: ConnectionId, console: ConsoleState | null, t: TFunction): string {
  const party = console?.calls.find((call) => call.connectionId === connectionId)?.party;
  if (party?.name) return party.name;
  return party?.number ? formatNumber(party.number) : t('call.withheld');
}
