/** The demo switch: a phone for everybody in the directory and for the callers outside; route points in front of the managers. */
import type { LineMode } from '../../shared/calls/model';
import { Dn, LineId, PhoneId } from '../../shared/ids';
import type { SwitchLine, SwitchPhone } from '../switch/port';
import type { SwitchPlan } from '../switch/sim/plan';
import { demoCallers } from './callers';
import { demoColleagues } from './directory';
import {
  demoAssistants,
  demoLineId,
  demoManagers,
  demoMessagesFor,
  demoPhoneId,
  demoVoicemailPilot,
  intercomLinesOf,
  managerLinesOf,
  type DemoAssistant,
  type DemoManager,
} from './world';

type PhoneGroup = 'managers' | 'assistants' | 'colleagues' | 'outside';

/** How a phone is shown on the phones page. */
interface PhoneListing {
  readonly phoneId: PhoneId;
  readonly group: PhoneGroup;
  readonly department: string;
  /** Shown without being searched for. */
  readonly featured: boolean;
}

export interface DemoSwitch {
  readonly plan: SwitchPlan;
  readonly listings: readonly PhoneListing[];
}

const featuredColleagues = 12;

interface Entry {
  readonly phone: SwitchPhone;
  readonly group: PhoneGroup;
  readonly department: string;
  readonly featured: boolean;
}

/** The simulated switch of the demo world. Only calls of managers' and assistants' own lines pass the route points. */
export function demoSwitch(): DemoSwitch {
  const entries: readonly Entry[] = [
    ...demoManagers.map((manager) => {
      const { department } = manager;
      return { phone: managerPhone(manager), group: 'managers', department, featured: true } as const;
    }),
    ...demoAssistants.map((assistant) => {
      return { phone: assistantPhone(assistant), group: 'assistants', department: '', featured: true } as const;
    }),
    ...demoColleagues.map(({ firstName, lastName, department, number }, index) => {
      const phone = phoneOf(number, fullName(firstName, lastName));
      return { phone, group: 'colleagues', department, featured: index < featuredColleagues } as const;
    }),
    ...demoCallers.map(({ name, number }) => {
      return { phone: phoneOf(number, name), group: 'outside', department: '', featured: true } as const;
    }),
  ];
  const trusted = entries.filter(({ group }) => group === 'managers' || group === 'assistants');
  return {
    plan: {
      phones: entries.map(({ phone }) => phone),
      routePoints: managersIn('proxy'),
      trustedLines: trusted.flatMap(({ phone }) => phone.lines.map((line) => line.lineId)),
      sharedDns: managersIn('shared'),
      voicemail: { pilot: Dn.parse(demoVoicemailPilot), boxes: demoManagers.map(({ dn }) => Dn.parse(dn)) },
    },
    listings: entries.map(({ phone, ...listing }) => ({ phoneId: phone.phoneId, ...listing })),
  };
}

function phoneOf(dn: string, name: string, more: readonly SwitchLine[] = []): SwitchPhone {
  return {
    phoneId: PhoneId.parse(demoPhoneId(dn)),
    name,
    lines: [lineOf(dn, name), ...more],
    doNotDisturb: false,
    forwardedTo: null,
    messageWaiting: false,
    alertedAt: null,
    status: null,
  };
}

function lineOf(dn: string, label: string, lineId = demoLineId(dn), intercom = false): SwitchLine {
  return { lineId: LineId.parse(lineId), dn: Dn.parse(dn), label, intercom };
}

function managersIn(mode: LineMode): Dn[] {
  return demoManagers.filter((manager) => manager.mode === mode).map(({ dn }) => Dn.parse(dn));
}

/** The own line, then the intercom to the default assistant. */
function managerPhone(manager: DemoManager): SwitchPhone {
  const assistant = demoAssistants.find(({ managers }) =>
    managers.some(({ userId, default: isDefault }) => isDefault && userId === manager.userId),
  );
  const intercom = assistant
    ? [lineOf(manager.intercomDn, `Intercom ${assistant.firstName}`, demoLineId(manager.intercomDn), true)]
    : [];
  return {
    ...phoneOf(manager.dn, nameOf(manager), intercom),
    messageWaiting: demoMessagesFor.includes(manager.userId),
  };
}

/** The own line, then a line for each manager served, labelled with the manager's name, then the intercoms. */
function assistantPhone(assistant: DemoAssistant): SwitchPhone {
  return phoneOf(assistant.dn, nameOf(assistant), [
    ...managerLinesOf(assistant).map(({ dn, manager, lineId }) => lineOf(dn, nameOf(manager), lineId)),
    ...intercomLinesOf(assistant).map(({ dn, manager, lineId }) =>
      lineOf(dn, `Intercom ${manager.firstName}`, lineId, true),
    ),
  ]);
}

function nameOf({ firstName, lastName }: DemoManager | DemoAssistant): string {
  return `${firstName} ${lastName}`;
}

/** Chinese, Japanese and Korean names are written family name first and together. */
function fullName(firstName: string, lastName: string): string {
  const familyFirst = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
  if (familyFirst.test(firstName) && familyFirst.test(lastName)) return lastName + firstName;
  return `${firstName} ${lastName}`;
}
