/** Every limit of product §4 and every rule routing relies on, each broken alone, with the message an administrator reads. */
import { describe, expect, it } from 'vitest';
import { checkConfiguration } from './check';
import {
  associationKey,
  newSettings,
  type Association,
  type Configuration,
  type Line,
  type Settings,
  type User,
} from './configuration';
import { problemSentence } from './problem';

interface Parts {
  users: User[];
  lines: Line[];
  associations: Association[];
  settings: Settings[];
  parameters: Record<string, string>;
  rules: Configuration['rules'];
}

const user = (userId: string, role: User['role'], change: Partial<User> = {}): User => {
  const more = { mode: 'proxy', pool: 1, voicemail: false, redirectTo: null, passwordHash: '' } as const;
  return { userId, firstName: 'A', lastName: userId, role, ...more, ...change };
};
const own = (userId: string, dn: string): Line => {
  return { lineId: `l${dn}`, userId, dn, phoneId: `p-${userId}`, kind: 'own', position: 0 };
};
const line = (userId: string, dn: string, kind: Line['kind'] = 'proxy', position = 1): Line => {
  return { lineId: `l${dn}-${userId}`, userId, dn, phoneId: `p-${userId}`, kind, position };
};
const serves = (assistantId: string, managerId: string, dn: string, change: Partial<Association> = {}): Association => {
  return { managerId, assistantId, lineId: `l${dn}-${assistantId}`, position: 0, isDefault: false, ...change };
};

/** One manager, one assistant, and nothing wrong. */
function sound(): Parts {
  return {
    users: [user('m', 'manager'), user('a', 'assistant')],
    lines: [own('m', '600'), own('a', '200'), line('a', '390')],
    associations: [serves('a', 'm', '390', { isDefault: true })],
    settings: [newSettings('m', 'proxy')],
    parameters: {},
    rules: { dial: [], lookup: [] },
  };
}

function problems(change: (parts: Parts) => unknown): readonly string[] {
  const parts = sound();
  change(parts);
  const keyed = <T>(items: readonly T[], keyOf: (item: T) => string) => {
    return new Map(items.map((item) => [keyOf(item), item]));
  };
  return checkConfiguration({
    users: keyed(parts.users, ({ userId }) => userId),
    lines: keyed(parts.lines, ({ lineId }) => lineId),
    associations: keyed(parts.associations, associationKey),
    settings: keyed(parts.settings, ({ managerId }) => managerId),
    parameters: new Map(Object.entries(parts.parameters)),
    rules: parts.rules,
  }).map(problemSentence);
}

function changed<T extends object>(items: T[], at: number, change: Partial<T>): void {
  items.splice(at, 1, ...items.slice(at, at + 1).map((item) => ({ ...item, ...change })));
}

/** `count` more people with their own lines. */
function people(parts: Parts, role: User['role'], count: number): readonly string[] {
  const ids = Array.from({ length: count }, (_, at) => `${role}${at}`);
  for (const [at, userId] of ids.entries()) {
    parts.users.push(user(userId, role));
    parts.lines.push(own(userId, `${role === 'manager' ? 7 : 8}${10_000 + at}`));
  }
  return ids;
}

function pair(parts: Parts, managerId: string, assistantId: string): void {
  const dn = `9${10_000 + parts.associations.length}`;
  parts.lines.push(line(assistantId, dn, 'proxy', parts.associations.length + 1));
  parts.associations.push(serves(assistantId, managerId, dn, { position: parts.associations.length }));
}

function diverts(parts: Parts, divertKind: Settings['divertKind'], divertValue: string | null, at = 0): void {
  changed(parts.settings, at, { divertKind, divertValue });
}

/** The pair in shared line mode. */
function shared(parts: Parts): void {
  for (const at of [0, 1]) changed(parts.users, at, { mode: 'shared' });
  changed(parts.lines, 2, { kind: 'shared', dn: '600' });
  changed(parts.settings, 0, newSettings('m', 'shared'));
}

function circle(parts: Parts): void {
  const [other = ''] = people(parts, 'manager', 1);
  parts.settings.push(newSettings(other, 'proxy'));
  diverts(parts, 'number', '710000');
  diverts(parts, 'number', '600', 1);
}

it('nothing is wrong to begin with, in either mode', () => {
  expect(problems(() => undefined)).toEqual([]);
  expect(problems(shared)).toEqual([]);
});

describe('exactly the limit is allowed, one more is refused by its name', () => {
  it.each<[string, number, (parts: Parts, count: number) => void]>([
    [
      'the limit is 10 assistants a manager',
      10,
      (parts, count) => {
        for (const userId of people(parts, 'assistant', count - 1)) pair(parts, 'm', userId);
      },
    ],
    [
      'the limit is 33 managers an assistant',
      33,
      (parts, count) => {
        for (const userId of people(parts, 'manager', count - 1)) pair(parts, userId, 'a');
      },
    ],
    ['the limit is 3500 managers a cluster', 3_500, (parts, count) => void people(parts, 'manager', count - 1)],
    ['the limit is 3500 assistants a cluster', 3_500, (parts, count) => void people(parts, 'assistant', count - 1)],
    [
      'the limit is 3 pools',
      3,
      (parts, pool) => {
        for (const at of [0, 1]) changed(parts.users, at, { pool });
      },
    ],
    [
      '100 patterns',
      100,
      (parts, count) => {
        changed(parts.settings, 0, { inclusive: Array.from({ length: count }, (_, at) => String(1_000 + at)) });
      },
    ],
  ])('%s', (message, limit, make) => {
    expect(problems((parts) => make(parts, limit))).toEqual([]);
    const found = problems((parts) => make(parts, limit + 1));
    expect(found.length).toBeGreaterThan(0);
    for (const problem of found) expect(problem).toContain(message);
  });
});

describe('refused', () => {
  it.each<[string, (parts: Parts) => unknown]>([
    ['one pool', ({ users }) => changed(users, 1, { pool: 2 })],
    [
      '600 is given to two managers',
      (parts) => {
        parts.users.push(user('m2', 'manager'));
        parts.lines.push({ ...own('m2', '600'), lineId: 'x' });
      },
    ],
    ['600 is given to two lines', ({ lines }) => changed(lines, 1, { dn: '600' })],
    [
      '390 is given to two proxy lines',
      (parts) => {
        const [userId = ''] = people(parts, 'assistant', 1);
        parts.lines.push(line(userId, '390'));
        parts.associations.push(serves(userId, 'm', '390', { position: 1 }));
      },
    ],
    [
      "the shared line l390-a has the number 601; it must have m's, 600",
      (parts) => {
        shared(parts);
        changed(parts.lines, 2, { dn: '601' });
      },
    ],
    ['modes are not mixed', ({ users }) => changed(users, 0, { mode: 'shared' })],
    ['one assistant uses one mode, never both', ({ lines }) => changed(lines, 2, { kind: 'shared', dn: '600' })],
    ['there is no own line', ({ lines }) => lines.splice(1, 1)],
    ['there are 2 own lines', ({ lines }) => lines.push(own('a', '201'))],
    ['p-a is given to two people', ({ lines }) => changed(lines, 0, { phoneId: 'p-a' })],
    ['the line is on elsewhere, but a has the phone p-a', ({ lines }) => changed(lines, 2, { phoneId: 'elsewhere' })],
    ["a user's own line comes first", ({ lines }) => changed(lines, 2, { position: 0 })],
    [
      'm has two default assistants',
      (parts) => {
        const [userId = ''] = people(parts, 'assistant', 1);
        pair(parts, 'm', userId);
        changed(parts.associations, 1, { isDefault: true });
      },
    ],
    ['nobody is not an assistant of m', (parts) => diverts(parts, 'assistant', 'nobody')],
    [
      'in shared line mode the divert target is a number or none',
      (parts) => {
        shared(parts);
        diverts(parts, 'assistant', 'a');
      },
    ],
    [
      'in shared line mode the divert target is a number or none',
      (parts) => {
        shared(parts);
        diverts(parts, 'activeAssistant', null);
      },
    ],
    ['in proxy line mode there is always a divert target', (parts) => diverts(parts, 'none', null)],
    ['"12a" is not a number that can be dialled', (parts) => diverts(parts, 'number', '12a')],
    ['the divert goes round in a circle: 600', (parts) => diverts(parts, 'number', '600')],
    ['the divert goes round in a circle: 600', (parts) => diverts(parts, 'number', '390')],
    ['the divert goes round in a circle', circle],
    ['there is no user gone', ({ lines }) => changed(lines, 1, { userId: 'gone' })],
    ['there is no user gone', ({ associations }) => changed(associations, 0, { managerId: 'gone' })],
    ['there is no user gone', ({ settings }) => changed(settings, 0, { managerId: 'gone' })],
    ['there is no line gone', ({ associations }) => changed(associations, 0, { lineId: 'gone' })],
    ['line l600 belongs to m, not to a', ({ associations }) => changed(associations, 0, { lineId: 'l600' })],
    ['no association names it', ({ associations }) => associations.splice(0)],
    ['m is not an assistant', ({ associations }) => changed(associations, 0, { assistantId: 'm' })],
    ['a is not a manager', ({ settings }) => changed(settings, 0, { managerId: 'a' })],
    ['a user has a first or a last name', ({ users }) => changed(users, 0, { firstName: '', lastName: '' })],
    ['control characters are not allowed', ({ users }) => changed(users, 0, { firstName: 'A\0' })],
    ['control characters are not allowed', ({ users }) => changed(users, 0, { lastName: 'A\nB' })],
    ['at most 200 are allowed', ({ users }) => changed(users, 0, { lastName: 'x'.repeat(201) })],
    ['a user id has 1 to 64 characters', ({ users }) => users.push(user('two words', 'manager'))],
    [
      'a line id has 1 to 64 characters',
      ({ lines }) => lines.push({ ...line('a', '777', 'intercom', 9), lineId: 'x\0' }),
    ],
    ['only managers have voicemail', ({ users }) => changed(users, 1, { voicemail: true })],
    ['only assistants have a redirect target', ({ users }) => changed(users, 0, { redirectTo: '1' })],
    ['pattern 1, "4*9"', ({ settings }) => changed(settings, 0, { exclusive: ['4*9'] })],
    ['a user id holds digits only', ({ parameters }) => (parameters['alphanumericUserIds'] = 'false')],
    ['there is no such parameter', ({ parameters }) => (parameters['colour'] = 'red')],
    ['from 1000 to 600000', ({ parameters }) => (parameters['rnaTimeoutMs'] = '5')],
    [
      'rule 1: a rule has a name',
      (parts) => {
        parts.rules = { dial: [{ name: '', beginsWith: '', digits: null, remove: 0, prefix: '9' }], lookup: [] };
      },
    ],
  ])('%s', (message, change) => expect(problems(change)).toContainEqual(expect.stringContaining(message)));
});
