import { Bell, CircleX, Ellipsis, Pause, Phone, PhoneOutgoing, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/calls/model';
import { ringsHere } from '../../store/selection';
import { managerOf } from '../../store/selectors';
import { useApp } from '../../store/context';
import { Duration } from '../../ui/Duration';
import { Kbd } from '../../ui/Kbd';
import { callerName, callerNumber, partyName, stateWord } from './callWords';

function iconOf(call: CallView): LucideIcon {
  switch (call.state) {
    case 'alerting':
      return call.direction === 'in' ? Bell : PhoneOutgoing;
    case 'initiated':
      return PhoneOutgoing;
    case 'connected':
      return Phone;
    case 'hold':
      return Pause;
    case 'queued':
      return Ellipsis;
    case 'fail':
      return CircleX;
  }
}

/** One call. For whom, from whom, by whom, how it stands and since when. */
export function CallCard({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  const isSelected = useApp((state) => state.selected === call.connectionId);
  const manager = useApp((state) =>
    state.console === null ? null : (managerOf(state.console, call.managerId)?.name ?? null),
  );
  const pending = useApp((state) =>
    state.pending.find(({ command }) => 'connectionId' in command && command.connectionId === call.connectionId),
  );
  const Icon = iconOf(call);
  const via = call.forwardedBy === null ? null : t('call.via', { name: partyName(call.forwardedBy, t) });
  const details = [callerNumber(call), via].filter((part) => part !== null).join(' · ');
  return (
    <>
      <span className="call__icon" aria-hidden="true">
        <Icon size={17} />
      </span>
      <span className="call__text">
        {manager !== null && <span className="call__for ellipsis">{t('call.for', { name: manager })}</span>}
        <span className="call__who ellipsis">{callerName(call, t)}</span>
        {details !== '' && <span className="sub ellipsis">{details}</span>}
      </span>
      <span className="call__side">
        <Duration since={call.answeredAt ?? call.startedAt} className="call__time" />
        <span className="call__state" data-pending={pending ? '' : undefined}>
          {pending ? (
            t(pending.status === 'unknown' ? 'call.asking' : 'call.pending')
          ) : (
            <>
              {stateWord(call, t)}
              {call.state === 'hold' && (
                <>
                  {' '}
                  <Duration since={call.stateSince} />
                </>
              )}
              {ringsHere(call) && isSelected && <Kbd keys="F2" />}
            </>
          )}
        </span>
      </span>
    </>
  );
}
