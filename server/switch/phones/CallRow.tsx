/** One call at a phone: who, for whom, its state and running time. */
import { BellRing, CirclePause, PhoneCall, PhoneOff, PhoneOutgoing, type LucideIcon } from 'lucide-react';
import { lookWords, runningTime, type CallAtPhone, type Look } from './model';
import { useNow } from './useNow';

const icons: Readonly<Record<Look, LucideIcon>> = {
  ringing: BellRing,
  calling: PhoneOutgoing,
  talking: PhoneCall,
  held: CirclePause,
  busy: PhoneOff,
};

interface Props {
  readonly call: CallAtPhone;
  readonly clockOffset: number;
  /** The keys act on this call. */
  readonly chosen: boolean;
  /** Null where it is the only call and there is nothing to choose. */
  readonly onChoose: (() => void) | null;
}

export function CallRow({ call, clockOffset, chosen, onChoose }: Props) {
  const time = runningTime(useNow() + clockOffset - call.since);
  const note = noteOf(call);
  const Icon = icons[call.look];
  const content = (
    <>
      <Icon className="call-icon" aria-hidden="true" />
      <span className="call-who">
        {note !== null && <span className="call-for">{note}</span>}
        <bdi className="call-party" title={call.party}>
          {call.party}
        </bdi>
      </span>
      <span className="call-state">
        <span className="call-word">{lookWords[call.look]}</span>
        <span className="call-time">{time}</span>
      </span>
    </>
  );
  const className = `call ${call.look}`;
  if (!onChoose) return <div className={className}>{content}</div>;
  return (
    <button type="button" className={className} aria-pressed={chosen} onClick={onChoose}>
      {content}
    </button>
  );
}

function noteOf({ intercom, incoming, look, forWhom }: CallAtPhone): string | null {
  if (intercom) return incoming && look === 'talking' ? 'Intercom, answered by itself' : 'Intercom';
  return forWhom === null ? null : `For ${forWhom}`;
}
