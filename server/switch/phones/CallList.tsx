/** The calls at a phone; where there is none, that it is idle or its shared line is in use elsewhere. */
import { Phone as PhoneIcon, Users } from 'lucide-react';
import { CallRow } from './CallRow';
import { inUseAt, type CallAtPhone, type Phone } from './model';
import type { PhonesView } from '../web/view';

interface Props {
  readonly view: PhonesView;
  readonly phone: Phone;
  readonly calls: readonly CallAtPhone[];
  readonly chosen: CallAtPhone | undefined;
  readonly onChoose: (callId: string) => void;
  readonly clockOffset: number;
}

export function CallList({ view, phone, calls, chosen, onChoose, clockOffset }: Props) {
  return (
    <div className="calls">
      {calls.length === 0 && <NoCall view={view} phone={phone} />}
      {calls.map((call) => (
        <CallRow
          key={`${call.callId} ${call.lineDn}`}
          call={call}
          clockOffset={clockOffset}
          chosen={call === chosen}
          onChoose={calls.length > 1 ? () => onChoose(call.callId) : null}
        />
      ))}
    </div>
  );
}

function NoCall({ view, phone }: Pick<Props, 'view' | 'phone'>) {
  const [line] = phone.lines;
  const holder = line ? inUseAt(view, line) : null;
  if (holder === null) {
    return (
      <p className="call idle">
        <PhoneIcon className="call-icon" aria-hidden="true" />
        Idle
      </p>
    );
  }
  return (
    <p className="call idle elsewhere">
      <Users className="call-icon" aria-hidden="true" />
      <span className="call-who">
        <span className="call-party">In use elsewhere</span>
        <span className="call-for">
          <bdi>{holder}</bdi> has the call
        </span>
      </span>
    </p>
  );
}
