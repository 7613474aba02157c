/** Invented facts for looking at the screens without a service. Never part of the product's bundle. */
import { ConsoleState, type CallView, type ManagerView } from '../../shared/calls/model';
import { systemKeysOff } from '../../shared/desktop/systemKeys';
import type { BridgeState, LinkView, Settings, SignInView } from '../../shared/bridge';
import type { AuthorityAnswer } from '../../shared/connection/authority';
import { noHistory } from '../../shared/console/history';
import { defaultLayout } from '../../shared/console/panels';
import { defaultPreferences } from '../../shared/console/preferences';
import { noSpeedDials } from '../../shared/console/speedDials';
import { DirectoryEntry } from '../../shared/protocol/messages';

export const settings: Settings = {
  version: 3,
  primary: { host: '127.0.0.1', port: 2912, tls: false },
  backup: { host: '127.0.0.1', port: 2913, tls: false },
  heartbeatIntervalMs: null,
  requestTimeoutMs: null,
  logLevel: 'info',
  allowPlain: false,
  authority: null,
};

/** An authority whose certificate looks like any other, where the text looks like one. */
export function someAuthority(pem: string): AuthorityAnswer {
  if (!pem.includes('BEGIN CERTIFICATE')) return { status: 'refused', why: 'noCertificate' };
  const year = 365 * 24 * 60 * 60 * 1000;
  const certificate = {
    subject: 'Example Authority, Example',
    issuer: 'Example Authority, Example',
    validFrom: Date.now() - year,
    validTo: Date.now() + 9 * year,
    fingerprint: Array.from({ length: 32 }, (_, at) => (at * 7 + 16).toString(16).toUpperCase()).join(':'),
    isAuthority: true,
  };
  return { status: 'read', certificates: [certificate] };
}

/** What the files of a new console hold. */
export const documents = {
  settings,
  preferences: defaultPreferences,
  layout: defaultLayout,
  speedDials: noSpeedDials,
  history: noHistory,
  signIn: { rememberedUser: null, canRemember: 'yes', demo: null },
  linkHistory: [],
  abilities: {
    ...{ quit: true, popToFront: true, startWithComputer: true, notifications: true, saveFiles: true },
    ...{ menus: true, tray: true, systemKeys: true, restart: true },
  },
  fileProblems: [],
  recorder: { status: 'recording', since: 0 },
  locked: [],
  systemKeys: systemKeysOff,
  update: { phase: 'upToDate', checkedAt: null },
  dialLink: null,
  appVersion: '0.1.0',
} satisfies Partial<BridgeState>;

export const demoSignIn: SignInView = {
  rememberedUser: null,
  canRemember: 'yes',
  demo: {
    password: 'demo',
    accounts: [
      { userId: 'maya', name: 'Maya Lindqvist', mode: 'proxy', managers: 6 },
      { userId: 'tom', name: 'Tom Berger', mode: 'proxy', managers: 4 },
      { userId: 'ines', name: 'Inês de Carvalho', mode: 'shared', managers: 1 },
    ],
  },
};

export const live: LinkView = { phase: 'live', server: 'primary', since: 0, roundTripMs: 11 };

const people = [
  ['akowalska', 'Anna Kowalska', '60001'],
  ['jtanaka', 'Jun Tanaka', '60002'],
  ['ahaddad', 'Amira Haddad', '60003'],
  ['dokafor', 'David Okafor', '60004'],
  ['ebianchi', 'Elena Bianchi', '60005'],
  ['fsadeghi', 'Farid Sadeghi', '60006'],
] as const;

type Loose<T> = { [K in keyof T]?: unknown };

function manager(index: number, more: Loose<ManagerView> = {}): unknown {
  const [managerId, name, dn] = people[index % people.length] ?? people[0];
  const suffix = index >= people.length ? String(index) : '';
  return {
    managerId: managerId + suffix,
    name: suffix === '' ? name : `${name} ${suffix}`,
    dn: suffix === '' ? dn : String(60_001 + index),
    assistants: [
      { userId: 'maya', name: 'Maya Lindqvist', online: true },
      { userId: 'tom', name: 'Tom Berger', online: true },
    ],
    defaultAssistant: 'maya',
    activeAssistant: 'maya',
    currentCall: null,
    forwardedTo: null,
    intercomDn: null,
    hasVoicemail: true,
    messageWaiting: false,
    doNotDisturb: false,
    assistantWatch: true,
    alertTone: true,
    divertAll: false,
    divertTarget: { kind: 'activeAssistant' },
    filterOn: true,
    filterMode: 'inclusive',
    inclusive: ['49305557*', '88650XX0199', '*0142', '1044'],
    exclusive: ['4420*'],

    ...more,
  };
}

function call(id: string, line: string, now: number, more: Loose<CallView>): unknown {
  return {
    connectionId: `${id}@${line}`,
    callId: id,
    lineId: line,
    state: 'alerting',
    direction: 'in',
    party: { number: '+493055570142', name: 'Peter Brandt' },
    managerId: null,
    forwardedBy: null,
    startedAt: now - 7_000,
    answeredAt: null,
    stateSince: now - 7_000,
    parties: 2,
    members: [],
    consultation: null,
    ...more,
  };
}

function state(calls: unknown[], managers: unknown[], lineCount = 5): ConsoleState {
  return ConsoleState.parse({
    me: { userId: 'maya', name: 'Maya Lindqvist', dn: '2001', online: true, redirectTo: null },
    mode: 'proxy',
    lines: [
      ...people.slice(0, lineCount).map(([managerId, label], index) => ({
        lineId: `line-3900${index + 1}`,
        dn: `3900${index + 1}`,
        kind: 'manager',
        managerId,
        label,
        inUseElsewhere: index === 3,
      })),
      { lineId: 'line-2001', dn: '2001', kind: 'own', managerId: null, label: 'Maya Lindqvist', inUseElsewhere: false },
    ],
    calls,
    managers,
    service: { callControl: 'up', filtering: 'up' },
    divertAllAppliesToFiltered: false,
  });
}

export function busy(now: number): ConsoleState {
  return state(
    [
      call('a', 'line-39001', now, {
        managerId: 'akowalska',
        forwardedBy: { number: '1000', name: 'Reception' },
      }),
      call('b', 'line-39002', now, {
        managerId: 'jtanaka',
        party: { number: '+886255500199', name: '林怡君 Lin Yi-Chun' },
        startedAt: now - 2_000,
      }),
      call('c', 'line-39001', now, {
        managerId: 'akowalska',
        state: 'hold',
        party: { number: '1044', name: 'Sofia Rossi' },
        startedAt: now - 280_000,
        answeredAt: now - 271_000,
        stateSince: now - 48_000,
      }),
      call('d', 'line-2001', now, {
        state: 'connected',
        direction: 'out',
        party: { number: '+442079460011', name: null },
        startedAt: now - 70_000,
        answeredAt: now - 63_000,
      }),
    ],
    [
      manager(0),
      manager(1, { doNotDisturb: true, filterMode: 'exclusive', exclusive: ['4420*', '44*'] }),
      manager(2, {
        divertAll: true,
        inclusive: ['1*'],
        currentCall: { state: 'connected', party: { number: '7001', name: 'Board line' }, since: now - 760_000 },
      }),
      manager(3, { inclusive: [] }),
      manager(4, { activeAssistant: 'tom', filterOn: false }),
      manager(5, {
        currentCall: { state: 'hold', party: { number: '1310', name: 'Olivia Grant' }, since: now - 34_000 },
      }),
    ],
  );
}

export function quiet(): ConsoleState {
  return state(
    [],
    people.map((_, index) => manager(index)),
    4,
  );
}

export function crowded(now: number): ConsoleState {
  const base = busy(now);
  const more = Array.from({ length: 33 }, (_, index) =>
    manager(index, { activeAssistant: index % 3 ? 'maya' : 'tom' }),
  );
  return { ...base, managers: ConsoleState.shape.managers.parse([...base.managers, ...more.slice(6)]) };
}

const names = [
  ['Lars', 'Andersson', '1187', 'Facilities'],
  ['Nikos', 'Angelopoulos', '1203', 'Finance'],
  ['Johannan', 'Brand', '1042', 'Sales'],
  ['Olivia', 'Grant', '1310', 'Legal'],
  ['Leila', 'Hassan', '1088', 'Support'],
  ['Anna', 'Kowalska', '60001', 'Board'],
  ['Łukasz', 'Wiśniewski', '1422', 'Engineering'],
  ['Zoë', 'Ångström', '1509', 'Research'],
] as const;

export function directory(count: number): DirectoryEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const [firstName, lastName, number, department] = names[index % names.length] ?? names[0];
    return DirectoryEntry.parse({ id: String(index), firstName, lastName, number, department });
  });
}
