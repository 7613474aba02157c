/** What a manager sets at the phone. A shared line has no filter, divert all, watch or assistant to choose. */
import { Toolbar } from 'react-aria-components';
import { whyNotSet } from './ability';
import { AssistantKey } from './AssistantKey';
import { serviceSettings } from './featureWords';
import { LampKey } from './KeyButton';
import type { Key } from '../web/press';
import type { PressKey } from './usePress';
import { isServed, type ManagerPhone } from './manager';
import type { Phone } from './model';

interface Props {
  readonly phone: Phone;
  readonly manager: ManagerPhone;
  readonly onPress: PressKey;
}

export function FeatureKeys({ phone, manager, onPress }: Props) {
  const { phoneId, name, doNotDisturb, messageWaiting } = phone;
  const press = (key: Key) => void onPress({ phoneId, key });
  const status = isServed(manager) ? manager.status : null;
  const proxy = manager.mode === 'proxy';
  return (
    <Toolbar className="keys features" aria-label={`Feature keys of ${name}`}>
      {proxy &&
        serviceSettings.map(({ key, label, name: spoken, does, on, state }) => (
          <LampKey
            key={key}
            label={label}
            name={spoken}
            owner={name}
            does={does}
            on={on ? status !== null && on(status) : null}
            state={status ? state(status) : '–'}
            whyNot={whyNotSet(manager)}
            onPress={() => press(key)}
          />
        ))}
      {proxy && <AssistantKey phone={phone} manager={manager} onPress={onPress} />}
      <LampKey
        label="DND"
        className="quiet"
        name="Do not disturb"
        owner={name}
        does="Do not disturb: the phone does not make a sound"
        on={doNotDisturb}
        state={doNotDisturb ? 'On' : 'Off'}
        whyNot={null}
        onPress={() => press('dnd')}
      />
      <LampKey
        label="Messages"
        className="waiting"
        owner={name}
        does="Listen to the messages"
        on={messageWaiting}
        state={messageWaiting ? 'Waiting' : 'None'}
        whyNot={messageWaiting ? null : 'No message is waiting'}
        onPress={() => press('messages')}
      />
    </Toolbar>
  );
}
