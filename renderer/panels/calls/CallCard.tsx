/** One call. For whom, from whom, by whom, how it stands and since when. */
import { useTranslation } from 'react-i18next';
import type { CallView, LineView } from '../../../shared/calls/model';
import { target } from '../../commands/target';
import { keysOf } from '../../commands/registry';
import { ringsHere } from '../../store/selection';
import { managerOf } from '../../store/selectors';
import { useApp } from '../../store/context';
import { useDragSource } from '../../dnd/useDragSource';
import { useDropOn } from '../../dnd/useDropOn';
import { Duration } from '../../ui/Duration';
import { Kbd } from '../../ui/Kbd';
import { PhoneNumber } from '../../ui/PhoneNumber';
import { CallHalf } from './CallHalf';
import { CallIcon } from './CallIcon';
import { isAbout } from '../../store/about';
import { callerName, callerNumber, isConference, lineWords, partyName, stateWord } from './callWords';
import { Members } from './Members';

interface CallCardProps {
  readonly call: CallView;
  readonly line: LineView;
}

export function CallCard({ call, line }: CallCardProps) {
  const { t } = useTranslation();
  const manager = useApp((state) => (state.console === null ? null : managerOf(state.console, call.managerId)));
  const drag = useDragSource({ kind: 'call', connectionId: call.connectionId });
  const drop = useDropOn({ kind: 'call', connectionId: call.connectionId });
  const ringing = ringsHere(call);
  const number = callerNumber(call);
  const via = call.forwardedBy === null ? null : t('call.via', { name: partyName(call.forwardedBy, t) });
  const name = callerName(call, t);
  const lineName = lineWords(line, manager, t);
  return (
    <div
      className={`call call--${ringing ? 'ringing' : call.state}`}
      data-call-state={call.state}
      data-conference={isConference(call) ? '' : undefined}
      {...drag}
      {...drop.props}
    >
      <span className="call__icon" aria-hidden="true">
        <CallIcon call={call} />
      </span>
      <span className="call__text">
        <span className="call__for" title={`${lineName ?? ''} ${line.dn}`}>
          <span className="ellipsis" dir="auto">
            {lineName}
          </span>{' '}
          <PhoneNumber number={line.dn} className="call__line" />
          {line.inUseElsewhere && <span className="call__line">{t('call.inUseElsewhere')}</span>}
        </span>
        <span className="call__who ellipsis" dir="auto" title={name}>
          {name}
        </span>
        <Members call={call} />
        {(number !== null || via !== null) && (
          <span className="call__from sub">
            {number !== null && <PhoneNumber number={number} className="call__number" />}
            {via !== null && (
              <span className="call__via ellipsis" title={via}>
                {via}
              </span>
            )}
          </span>
        )}
      </span>
      <span className="call__side">
        <Duration since={call.answeredAt ?? call.startedAt} className="call__time" />
        <StateOf call={call} />
      </span>
      <CallHalf call={call} />
    </div>
  );
}

/** The state in a word; while an answer is out, that; beside the call that Answer would take, its key. */
function StateOf({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  const answersNext = useApp((state) => {
    const next = target('answer', state);
    return next.ok && next.call.connectionId === call.connectionId;
  });
  const answerKey = useApp((state) => keysOf(state, 'answer')[0]);
  const pending = useApp((state) => state.pending.find(({ command }) => isAbout(command, call.connectionId)));
  if (pending) {
    return (
      <span className="call__state" data-pending="">
        {t(pending.status === 'unknown' ? 'call.asking' : 'call.pending')}
      </span>
    );
  }
  return (
    <span className="call__state">
      {stateWord(call, t)}
      {call.state === 'hold' && (
        <>
          {' '}
          <Duration since={call.stateSince} />
        </>
      )}
      {answersNext && answerKey !== undefined && <Kbd keys={answerKey} />}
    </span>
  );
}
