/** The keys that act on the chosen call; a manager's phone has a second row. */
import {
  ArrowRight,
  CornerUpRight,
  Hand,
  Pause,
  PhoneOff,
  Phone as PhoneIcon,
  PhoneForwarded,
  Play,
  Voicemail,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { whyNotForward, whyNotIntercept, whyNotOnCall, type CallKey } from './ability';
import { ActionKey } from './KeyButton';
import type { PressKey } from './usePress';
import type { ManagerPhone } from './manager';
import type { CallAtPhone, Phone } from './model';

const words: Readonly<Record<CallKey, { label: string; does: string; Icon: LucideIcon; className?: string }>> = {
  answer: { label: 'Answer', does: 'Answer', Icon: PhoneIcon, className: 'go' },
  hangUp: { label: 'Hang up', does: 'Hang up', Icon: PhoneOff, className: 'end' },
  hold: { label: 'Hold', does: 'Hold', Icon: Pause },
  resume: { label: 'Resume', does: 'Take the call back from hold', Icon: Play },
  transfer: { label: 'Transfer', does: 'Transfer to the number in the field', Icon: ArrowRight },
  redirect: { label: 'Redirect', does: 'Send the call to your divert target', Icon: CornerUpRight },
  voicemail: { label: 'Voicemail', does: 'Send the call to your voicemail', Icon: Voicemail },
};

interface Props {
  readonly phone: Phone;
  readonly chosen: CallAtPhone | undefined;
  /** Null on phones that are not a manager's. */
  readonly manager: ManagerPhone | null;
  /** What is typed in the number field. */
  readonly number: string;
  readonly onNumberUsed: () => void;
  readonly onPress: PressKey;
}

export function CallKeys({ phone, chosen, manager, number, onNumberUsed, onPress }: Props) {
  const { phoneId, name } = phone;
  const forwarded = phone.forwardedTo !== null;
  const situation = { call: chosen, hasNumber: number.trim() !== '', manager };

  const press = (key: CallKey) => {
    if (!chosen) return;
    const to = key === 'transfer' ? { number } : {};
    void onPress({ phoneId, key, callId: chosen.callId, ...to }).then((done) => {
      if (done && key === 'transfer') onNumberUsed();
    });
  };
  const forward = () => {
    void onPress({ phoneId, key: 'forward', ...(forwarded ? {} : { number }) }).then((done) => {
      if (done && !forwarded) onNumberUsed();
    });
  };
  const keys: readonly CallKey[] = [
    ...(['answer', 'hangUp', chosen?.look === 'held' ? 'resume' : 'hold', 'transfer'] as const),
    ...(manager ? (['redirect', 'voicemail'] as const) : []),
  ];

  return (
    <div className="keys">
      {keys.map((key) => (
        <ActionKey
          key={key}
          {...words[key]}
          owner={name}
          whyNot={whyNotOnCall(key, situation)}
          onPress={() => press(key)}
        />
      ))}
      {manager?.mode === 'proxy' && (
        <ActionKey
          label="Intercept"
          owner={name}
          does="Take back the call that has rung longest at an assistant"
          whyNot={whyNotIntercept(manager)}
          Icon={Hand}
          onPress={() => void onPress({ phoneId, key: 'intercept' })}
        />
      )}
      {manager && (
        <ActionKey
          label="Forward"
          owner={name}
          does={forwarded ? 'End forwarding' : 'Forward all calls to the number in the field'}
          whyNot={whyNotForward(forwarded, situation)}
          pressed={forwarded}
          Icon={PhoneForwarded}
          onPress={forward}
        />
      )}
    </div>
  );
}
