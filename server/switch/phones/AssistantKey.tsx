/** Choose assistant: a small menu of the manager's assistants, who is online and who is the default. */
import { Check, ChevronDown, Circle, CircleDot } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { whyNotChoose } from './ability';
import type { PressKey } from './usePress';
import type { ManagerPhone } from './manager';
import { shortName, type Phone } from './model';

interface Props {
  readonly phone: Phone;
  readonly manager: ManagerPhone;
  readonly onPress: PressKey;
}

export function AssistantKey({ phone, manager, onPress }: Props) {
  const whyNot = whyNotChoose(manager);
  const assistants = manager.status?.assistants ?? [];
  const active = assistants.find((assistant) => assistant.isActive);
  const choose = (userId: string) => {
    if (userId !== active?.userId) void onPress({ phoneId: phone.phoneId, key: 'chooseAssistant', userId });
  };
  return (
    <MenuTrigger>
      <span className="key-place" title={whyNot ?? 'Choose who takes your calls'}>
        <Button className="key lamp-key" isDisabled={whyNot !== null} aria-label={`Choose assistant, ${phone.name}`}>
          <span>Assistant</span>
          <span className="key-state">
            <bdi className="key-name">{active ? shortName(active.name) : '–'}</bdi>
            <ChevronDown aria-hidden="true" />
          </span>
        </Button>
      </span>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu
          className="menu"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={active ? [active.userId] : []}
          disabledKeys={assistants.filter((assistant) => !assistant.online).map(({ userId }) => userId)}
          onAction={(key) => choose(String(key))}
        >
          {assistants.map(({ userId, name, online, isDefault }) => (
            <MenuItem key={userId} id={userId} className="menu-item" textValue={name}>
              {online ? <CircleDot className="online" aria-hidden="true" /> : <Circle aria-hidden="true" />}
              <span className="menu-name">
                <bdi>{name}</bdi>
                <span className="menu-note">
                  {online ? 'Online' : 'Offline'}
                  {isDefault && ' · default'}
                </span>
              </span>
              <Check className="menu-check" aria-hidden="true" />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
