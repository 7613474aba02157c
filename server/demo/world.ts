/**
 * The demo company: who is in it, which phones they have, who assists whom. The simulated switch builds its phones from it,
 * the service its first accounts; both are separate processes, so this is data and nothing else. All names and numbers are invented.
 */
export interface DemoManager {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly department: string;
  /** The manager's controlled DN: a route point in front of the manager's own phone. */
  readonly dn: string;
}

export interface DemoAssistant {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dn: string;
  /** First digits of this assistant's proxy lines; the last three are the manager's: 39 + 001. */
  readonly proxyPrefix: string;
  /** Managers this assistant serves; `default` where this is the manager's default assistant. */
  readonly managers: readonly { readonly userId: string; readonly default: boolean }[];
}

/** One password for every demo account; `npm start` prints it. */
export const demoPassword = 'console-demo';

export const demoManagers: readonly DemoManager[] = [
  { userId: 'akowalska', firstName: 'Anna', lastName: 'Kowalska', department: 'Board', dn: '60001' },
  { userId: 'jtanaka', firstName: 'Jun', lastName: 'Tanaka', department: 'Research', dn: '60002' },
  { userId: 'ahaddad', firstName: 'Amira', lastName: 'Haddad', department: 'Finance', dn: '60003' },
  { userId: 'dokafor', firstName: 'David', lastName: 'Okafor', department: 'Sales', dn: '60004' },
  { userId: 'ebianchi', firstName: 'Elena', lastName: 'Bianchi', department: 'Legal', dn: '60005' },
  { userId: 'fsadeghi', firstName: 'Farid', lastName: 'Sadeghi', department: 'Operations', dn: '60006' },
  { userId: 'gsilva', firstName: 'Gabriela', lastName: 'Silva', department: 'Marketing', dn: '60007' },
  { userId: 'hmueller', firstName: 'Henrik', lastName: 'Müller', department: 'Engineering', dn: '60008' },
];

const serves = (userId: string, isDefault = true) => ({ userId, default: isDefault });

export const demoAssistants: readonly DemoAssistant[] = [
  {
    userId: 'maya',
    firstName: 'Maya',
    lastName: 'Lindqvist',
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
    dn: '2002',
    proxyPrefix: '38',
    managers: [serves('ebianchi'), serves('gsilva'), serves('akowalska', false), serves('jtanaka', false)],
  },
  {
    userId: 'ines',
    firstName: 'Inês',
    lastName: 'Carvalho',
    dn: '2003',
    proxyPrefix: '37',
    managers: [serves('hmueller'), serves('gsilva', false), serves('dokafor', false)],
  },
];

/** The proxy line's number of a manager at an assistant's phone. */
export function proxyDn(assistant: DemoAssistant, manager: DemoManager): string {
  return assistant.proxyPrefix + manager.dn.slice(-3);
}

/** Line ids of the demo switch: one line appearance, one id. */
export const demoLineId = (dn: string): string => `line-${dn}`;
export const demoPhoneId = (dn: string): string => `phone-${dn}`;
