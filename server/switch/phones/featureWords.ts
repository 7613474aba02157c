/** What a manager can set, in words: on the keys and in the status window. Pure. */
import type { Key } from '../web/press';
import { isServed, type ManagerPhone, type Status } from './manager';
import type { Phone } from './model';

export interface ServiceSetting {
  readonly key: Key;
  /** Short enough for a key. */
  readonly label: string;
  /** In full, where the label is not. */
  readonly name?: string;
  readonly does: string;
  /** Missing where the setting is neither on nor off. */
  readonly on?: (status: Status) => boolean;
  readonly state: (status: Status) => string;
}

const onOff = (on: boolean): string => (on ? 'On' : 'Off');

export const serviceSettings: readonly ServiceSetting[] = [
  {
    key: 'filter',
    label: 'Filter',
    does: 'Filter: your lists decide who reaches you',
    on: (status) => status.filterOn,
    state: (status) => onOff(status.filterOn),
  },
  {
    key: 'filterMode',
    label: 'Mode',
    name: 'Filter mode',
    does: 'Filter mode: inclusive lets the listed callers through to you, exclusive diverts them',
    state: (status) => (status.filterMode === 'exclusive' ? 'Exclusive' : 'Inclusive'),
  },
  {
    key: 'divertAll',
    label: 'Divert all',
    does: 'Divert all: your calls go to your divert target',
    on: (status) => status.divertAll,
    state: (status) => onOff(status.divertAll),
  },
  {
    key: 'assistantWatch',
    label: 'Watch',
    name: 'Assistant Watch',
    does: 'Assistant Watch: your calls at assistants show on this display',
    on: (status) => status.assistantWatch,
    state: (status) => onOff(status.assistantWatch),
  },
  {
    key: 'alertTone',
    label: 'Alert tone',
    does: 'Alert tone: a short tone when a call for you rings at an assistant',
    on: (status) => status.alertTone,
    state: (status) => onOff(status.alertTone),
  },
];

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Off is shown quieter. */
  readonly on: boolean;
}

/** What the status window says is set; without a service only what the phone itself knows. */
export function factsOf(manager: ManagerPhone, phone: Pick<Phone, 'doNotDisturb' | 'messageWaiting'>): Fact[] {
  const fact = (name: string, on: boolean, value = onOff(on)): Fact => ({ name, value, on });
  const own = [
    fact('Do not disturb', phone.doNotDisturb),
    fact('Messages', phone.messageWaiting, phone.messageWaiting ? 'Waiting' : 'None'),
  ];
  if (!isServed(manager) || manager.mode === 'shared') return own;
  const { filterOn, filterMode, divertAll, assistantWatch, alertTone } = manager.status;
  return [
    fact('Filter', filterOn, `${onOff(filterOn)}, ${filterMode}`),
    fact('Divert all', divertAll),
    fact('Assistant Watch', assistantWatch),
    fact('Alert tone', alertTone),
    ...own,
  ];
}
