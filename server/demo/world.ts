/**
 * The demo company: who is in it, which phones they have, who assists whom. The simulated switch builds its phones from it,
 * the service its first accounts; both are separate processes, so this is data and nothing else. All names and numbers are invented.
 */
import type { LineMode } from '../../shared/calls/model';

export interface DemoManager {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly department: string;
  readonly mode: LineMode;
  /** The manager's controlled DN: in proxy line mode a route point in front of the manager's own phone. */
  readonly dn: string;
  /** The manager's end of the intercom to the default assistant. */
  readonly intercomDn: string;
}

export interface DemoAssistant {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly mode: LineMode;
  readonly dn: string;
  /** First digits of this assistant's proxy lines; the last three are the manager's: 39 + 001. Null in shared line mode. */
  readonly proxyPrefix: string | null;
  /** Managers this assistant serves; `default` where this is the manager's default assistant. */
  readonly managers: readonly { readonly userId: string; readonly default: boolean }[];
}

/** The number of the voicemail system. Every manager has a box. */
export const demoVoicemailPilot = '7000';

/** Managers for whom there is a message from before the demo began. */
export const demoMessagesFor: readonly string[] = ['dokafor'];

/** One password for every demo account; `npm start` prints it. */
export const demoPassword = 'console-demo';

/** The numbers of a manager end in the same three digits. */
function manager(
  userId: string,
  firstName: string,
  lastName: string,
  department: string,
  dn: string,
  mode: LineMode = 'proxy',
): DemoManager {
  return { userId, firstName, lastName, department, mode, dn, intercomDn: `50${dn.slice(-3)}` };
}

export const demoManagers: readonly DemoManager[] = [
  manager('akowalska', 'Anna', 'Kowalska', 'Board', '60001'),
  manager('jtanaka', 'Jun', 'Tanaka', 'Research', '60002'),
  manager('ahaddad', 'Amira', 'Haddad', 'Finance', '60003'),
  manager('dokafor', 'David', 'Okafor', 'Sales', '60004'),
  manager('ebianchi', 'Elena', 'Bianchi', 'Legal', '60005'),
  manager('fsadeghi', 'Farid', 'Sadeghi', 'Operations', '60006'),
  manager('gsilva', 'Gabriela', 'Silva', 'Marketing', '60007'),
  manager('hmueller', 'Henrik', 'Müller', 'Engineering', '60008'),
  manager('saasen', 'Sigrid', 'Aasen', 'Communications', '60009', 'shared'),
  manager('kboateng', 'Kofi', 'Boateng', 'Treasury', '60010', 'shared'),
];

const serves = (userId: string, isDefault = true) => ({ userId, default: isDefault });

export const demoAssistants: readonly DemoAssistant[] = [
  {
    userId: 'maya',
    firstName: 'Maya',
    lastName: 'Lindqvist',
    mode: 'proxy',
    dn: '2001',
    proxyPrefix: '39',
    managers: [
      serves('akowalska'),
      serves('jtanaka'),
      serves('ahaddad'),
      serves('dokafor'),
      serves('ebianchi', false),
      serves('fsadeghi'),
    ],
  },
  {
    userId: 'tom',
    firstName: 'Tom',
    lastName: 'Berger',
    mode: 'proxy',
    dn: '2002',
    proxyPrefix: '38',
    managers: [serves('ebianchi'), serves('gsilva'), serves('akowalska', false), serves('jtanaka', false)],
  },
  {
    userId: 'ines',
    firstName: 'Inês',
    lastName: 'Carvalho',
    mode: 'proxy',
    dn: '2003',
    proxyPrefix: '37',
    managers: [serves('hmueller'), serves('gsilva', false), serves('dokafor', false)],
  },
  {
    userId: 'nora',
    firstName: 'Nora',
    lastName: 'Haugen',
    mode: 'shared',
    dn: '2004',
    proxyPrefix: null,
    managers: [serves('saasen'), serves('kboateng')],
  },
];

/** Line ids of the demo switch: one line appearance, one id. */
export const demoLineId = (dn: string): string => `line-${dn}`;
export const demoPhoneId = (dn: string): string => `phone-${dn}`;

/** The number of a manager's proxy line at an assistant's phone, which the line's id has too; null where their line is shared. */
function proxyDn({ proxyPrefix }: Pick<DemoAssistant, 'proxyPrefix'>, manager: DemoManager): string | null {
  return proxyPrefix === null ? null : proxyPrefix + manager.dn.slice(-3);
}

/** A line of an assistant's phone for one of the managers. */
export interface DemoLine {
  readonly lineId: string;
  readonly dn: string;
  readonly manager: DemoManager;
}

interface ManagerLine extends DemoLine {
  readonly kind: 'proxy' | 'shared';
  /** The manager's default assistant is this one. */
  readonly isDefault: boolean;
}

/** A proxy line, or an appearance of the manager's own number, for each manager served, in that order. */
export function managerLinesOf(assistant: DemoAssistant): ManagerLine[] {
  return assistant.managers.flatMap(({ userId, default: isDefault }): ManagerLine[] => {
    const manager = demoManagers.find((candidate) => candidate.userId === userId);
    if (!manager) return [];
    const dn = proxyDn(assistant, manager);
    if (dn !== null) return [{ kind: 'proxy', lineId: demoLineId(dn), dn, manager, isDefault }];
    const lineId = `${demoLineId(manager.dn)}-${assistant.dn}`;
    return [{ kind: 'shared', lineId, dn: manager.dn, manager, isDefault }];
  });
}

/** The assistant's end of the intercom to each manager whose default assistant it is: 52 + 001. */
export function intercomLinesOf(assistant: DemoAssistant): DemoLine[] {
  return managerLinesOf(assistant)
    .filter(({ isDefault }) => isDefault)
    .map(({ manager }) => {
      const dn = `52${manager.dn.slice(-3)}`;
      return { lineId: demoLineId(dn), dn, manager };
    });
}
