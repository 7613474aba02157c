/** The demo switch: a phone for everybody in the directory and for the callers outside; route points in front of the managers. */
import { Dn, LineId, PhoneId } from '../../shared/ids';
import type { SwitchLine, SwitchPhone } from '../switch/port';
import type { SwitchPlan } from '../switch/sim/plan';
import { demoCallers } from './callers';
import { demoColleagues } from './directory';
import { demoAssistants, demoLineId, demoManagers, demoPhoneId, proxyDn, type DemoAssistant } from './world';

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
    ...demoManagers.map(({ firstName, lastName, department, dn }) => {
      const phone = phoneOf(dn, `${firstName} ${lastName}`);
      return { phone, group: 'managers', department, featured: true } as const;
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
      routePoints: demoManagers.map(({ dn }) => Dn.parse(dn)),
      trustedLines: trusted.flatMap(({ phone }) => phone.lines.map((line) => line.lineId)),
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

function lineOf(dn: string, label: string): SwitchLine {
  return { lineId: LineId.parse(demoLineId(dn)), dn: Dn.parse(dn), label, intercom: false };
}

/** The own line, then a proxy line for each manager served, labelled with the manager's name. */
function assistantPhone(assistant: DemoAssistant): SwitchPhone {
  const proxies = assistant.managers.flatMap(({ userId }) =>
    demoManagers
      .filter((manager) => manager.userId === userId)
      .map((manager) => lineOf(proxyDn(assistant, manager), `${manager.firstName} ${manager.lastName}`)),
  );
  return phoneOf(assistant.dn, `${assistant.firstName} ${assistant.lastName}`, proxies);
}

/** Chinese, Japanese and Korean names are written family name first and together. */
function fullName(firstName: string, lastName: string): string {
  const familyFirst = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
  if (familyFirst.test(firstName) && familyFirst.test(lastName)) return lastName + firstName;
  return `${firstName} ${lastName}`;
}
