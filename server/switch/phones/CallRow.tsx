/** One call at a phone: who, for whom, its state and running time. */
import { BellRing, CirclePause, Grip, PhoneCall, PhoneOff, PhoneOutgoing, Users, type LucideIcon } from 'lucide-react';
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
  const parties = call.conference.length > 0 ? call.conference.join(', ') : call.party;
  const Icon = call.conference.length > 0 && call.look === 'talking' ? Users : icons[call.look];
  const content = (
    <>
      <Icon className="call-icon" aria-hidden="true" />
      <span className="call-who">
        {note !== null && <span className="call-for">{note}</span>}
        <bdi className="call-party" title={parties}>
          {parties}
        </bdi>
        {call.heard !== '' && (
          <span className="call-heard">
            <Grip aria-hidden="true" /> Keys heard <b>{call.heard}</b>
          </span>
        )}
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

const halfDone = { waits: 'Waits meanwhile', asks: 'Asked while a call waits' } as const;

function noteOf({ intercom, incoming, look, forWhom, conference, consultation }: CallAtPhone): string | null {
  if (consultation) return halfDone[consultation];
  if (conference.length > 0) return `Conference of ${String(conference.length + 1)}`;
  if (intercom) return incoming && look === 'talking' ? 'Intercom, answered by itself' : 'Intercom';
  return forWhom === null ? null : `For ${forWhom}`;
}
