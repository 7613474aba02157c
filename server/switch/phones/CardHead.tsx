/** Whose phone this is, and the lamps beside the name: message waiting, do not disturb, forwarded. */
import { BellOff, MessageSquareText, PhoneForwarded } from 'lucide-react';
import { Avatar } from './Avatar';
import type { PressKey } from './usePress';
import type { Phone } from './model';

interface Props {
  readonly phone: Phone;
  readonly titleId: string;
  readonly department: string;
  /** A manager's phone has keys for messages and do not disturb among its feature keys. */
  readonly manager: boolean;
  readonly onPress: PressKey;
}

export function CardHead({ phone, titleId, department, manager, onPress }: Props) {
  const { phoneId, name } = phone;
  return (
    <header className="card-head">
      <Avatar name={name} />
      <div className="card-title">
        <h3 id={titleId} title={name}>
          <bdi>{name}</bdi>
        </h3>
        <p title={department}>
          {phone.lines[0]?.dn}
          {department !== '' && ` · ${department}`}
        </p>
      </div>
      {phone.forwardedTo !== null && (
        <span className="tag forwarded">
          <PhoneForwarded aria-hidden="true" />
          <span className="unseen">Forwarded to</span> {phone.forwardedTo}
        </span>
      )}
      {!manager && phone.messageWaiting && (
        <button
          type="button"
          className="tag message"
          aria-label={`Messages, ${name}`}
          title="A message is waiting. Press to listen."
          onClick={() => void onPress({ phoneId, key: 'messages' })}
        >
          <MessageSquareText aria-hidden="true" />
        </button>
      )}
      {!manager && (
        <button
          type="button"
          className="tag dnd"
          aria-pressed={phone.doNotDisturb}
          aria-label={`Do not disturb, ${name}`}
          title="Do not disturb: the phone does not make a sound"
          onClick={() => void onPress({ phoneId, key: 'dnd' })}
        >
          <BellOff aria-hidden="true" />
          DND
        </button>
      )}
    </header>
  );
}
