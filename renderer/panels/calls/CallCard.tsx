import { Bell, CircleX, Ellipsis, Pause, Phone, PhoneOutgoing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/calls/model';
import { target } from '../../commands/target';
import { managerOf } from '../../store/selectors';
import { useApp } from '../../store/context';
import { Duration } from '../../ui/Duration';
import { Kbd } from '../../ui/Kbd';
import { callerName, callerNumber, partyName, stateWord } from './callWords';

function StateIcon({ call }: { readonly call: CallView }) {
  switch (call.state) {
    case 'alerting':
      return call.direction === 'in' ? <Bell size={17} /> : <PhoneOutgoing size={17} />;
    case 'initiated':
      return <PhoneOutgoing size={17} />;
    case 'connected':
      return <Phone size={17} />;
    case 'hold':
      return <Pause size={17} />;
    case 'queued':
      return <Ellipsis size={17} />;
    case 'fail':
      return <CircleX size={17} />;
  }
}

/** One call. For whom, from whom, by whom, how it stands and since when. */
export function CallCard({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  const answersNext = useApp((state) => {
    const next = target('answer', state);
    return next.ok && next.call.connectionId === call.connectionId;
  });
  const manager = useApp((state) =>
    state.console === null ? null : (managerOf(state.console, call.managerId)?.name ?? null),
  );
  const pending = useApp((state) =>
    state.pending.find(({ command }) => 'connectionId' in command && command.connectionId === call.connectionId),
  );
  const via = call.forwardedBy === null ? null : t('call.via', { name: partyName(call.forwardedBy, t) });
  const number = callerNumber(call);
  return (
    <>
      <span className="call__icon" aria-hidden="true">
        <StateIcon call={call} />
      </span>
      <span className="call__text">
        {manager !== null && <span className="call__for ellipsis">{t('call.for', { name: manager })}</span>}
        <span className="call__who ellipsis">{callerName(call, t)}</span>
        {number !== null && <span className="sub ellipsis">{number}</span>}
        {via !== null && <span className="call__via sub ellipsis">{via}</span>}
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
              {answersNext && <Kbd keys="F2" />}
            </>
          )}
        </span>
      </span>
    </>
  );
}
