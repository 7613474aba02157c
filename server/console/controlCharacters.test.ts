/** Control characters, above all NUL, which PostgreSQL keeps in no text: each is refused by name, nothing breaks, on either database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../demo/world';
import { Pair } from '../testing/pair';
import { stores } from '../testing/stores';
import type { TestConsole } from '../testing/testConsole';
import { until } from '../testing/until';

const manager = 'akowalska';
const nul = '\u0000';

/** A command, and what it is refused with. */
const commands = [
  [{ type: 'makeCall', lineId: `line-2001${nul}`, to: '1001' }, 'notAllowed'],
  [{ type: 'makeCall', lineId: 'line-2001', to: `10${nul}01` }, 'cannotDial'],
  [{ type: 'answer', connectionId: `c${nul}@line-2001` }, 'noSuchCall'],
  [{ type: 'hangUp', connectionId: `c${nul}@line-2001` }, 'noSuchCall'],
  [{ type: 'hold', connectionId: `c${nul}@line-2001` }, 'noSuchCall'],
  [{ type: 'retrieve', connectionId: `c${nul}@line-2001` }, 'noSuchCall'],
  [{ type: 'transfer', connectionId: `c${nul}@line-2001`, to: '1001' }, 'noSuchCall'],
  [{ type: 'transfer', connectionId: 'c@line-2001', to: `${nul}1001` }, 'cannotDial'],
  [{ type: 'redirect', connectionId: `c${nul}@line-2001` }, 'noSuchCall'],
  [{ type: 'toVoicemail', connectionId: `c${nul}@line-2001` }, 'noSuchCall'],
  [{ type: 'setFeature', managerId: manager + nul, feature: 'filterOn', on: true }, 'notAllowed'],
  [{ type: 'setFilterMode', managerId: manager + nul, mode: 'inclusive' }, 'notAllowed'],
  [{ type: 'setPatterns', managerId: manager + nul, mode: 'inclusive', patterns: [] }, 'notAllowed'],
  [{ type: 'setPatterns', managerId: manager, mode: 'inclusive', patterns: [`49${nul}`] }, 'invalidPattern'],
  [{ type: 'setPatterns', managerId: manager, mode: 'exclusive', patterns: [nul] }, 'invalidPattern'],
  [{ type: 'setDivertTarget', managerId: manager + nul, target: { kind: 'activeAssistant' } }, 'notAllowed'],
  [{ type: 'setDivertTarget', managerId: manager, target: { kind: 'assistant', userId: `maya${nul}` } }, 'notAllowed'],
  [{ type: 'setDivertTarget', managerId: manager, target: { kind: 'number', number: `1${nul}` } }, 'cannotDial'],
  [{ type: 'setDefaultAssistant', managerId: manager + nul, assistantId: 'maya' }, 'notAllowed'],
  [{ type: 'setDefaultAssistant', managerId: manager, assistantId: `maya${nul}` }, 'notAllowed'],
  [{ type: 'setRedirectTarget', number: `1${nul}` }, 'cannotDial'],
  [{ type: `set${nul}` }, 'unknownCommand'],
] as const;

/** Frames that no program of ours makes: answered, and the connection closed. */
const frames = [
  { type: 'resume', token: `t${nul}`, position: null },
  { type: 'login', userId: 'maya', password: demoPassword, device: `d${nul}` },
  { type: 'command', id: `k${nul}`, expiresInMs: 1_000, command: { type: 'setOnline', online: true } },
  { type: 'outcome', id: `k${nul}` },
  { type: `log${nul}in` },
];

const raw = (console: TestConsole, frame: object) => console.socket.send(JSON.stringify(frame));
const errors = (console: TestConsole) =>
  console.received.flatMap((message) => (message.type === 'error' ? [message.error.code] : []));

describe.each(stores)('on $kind', (kind) => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await Pair.open(kind);
    await pair.start('primary');
    await pair.active('primary');
  }, 60_000);
  afterAll(() => pair.close());

  it('in a command: the command is refused and the session goes on', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    for (const [at, [command, code]] of commands.entries()) {
      raw(maya, { type: 'command', id: `k${at}`, expiresInMs: 5_000, command });
      const { result } = await maya.next('result', ({ id }) => id === `k${at}`);
      expect(result, JSON.stringify(command)).toMatchObject({ status: 'refused', error: { code } });
    }
    expect(maya.socket.readyState).toBe(maya.socket.OPEN);
  });

  it('in a search: they part words as spaces do', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    for (const [id, query] of [`Anna${nul}Kowal`, 'Anna\tKowal', `${nul}Kowal\r\nAnna${nul}`].entries()) {
      maya.send({ type: 'search', id, query });
      const { entries } = await maya.next('found', (found) => found.id === id);
      expect(entries.map(({ lastName }) => lastName)).toContain('Kowalska');
    }
    maya.send({ type: 'search', id: 9, query: nul });
    expect((await maya.next('searchRefused')).error.code).toBe('invalidQuery');
  });

  it('in a login: nobody is called that and no password holds one; the next login at the same connection is let in', async () => {
    const console = pair.console('primary');
    await console.hello();
    raw(console, { type: 'login', userId: `tom${nul}`, password: demoPassword, device: null });
    raw(console, { type: 'login', userId: 'tom', password: `${demoPassword}\u0007`, device: null });
    await until(() => (errors(console).length === 2 ? true : undefined), 'two refusals');
    expect(errors(console)).toEqual(['unknownUser', 'wrongPassword']);
    raw(console, { type: 'login', userId: 'tom', password: demoPassword, device: null });
    expect((await console.next('session')).userId).toBe('tom');
    raw(console, { type: 'login', userId: `tom${nul}`, password: 'x', device: null });
    expect(await console.closed()).toBe(1008);
  });

  it.each(frames)('in $type, where only a program could have put it: a bad frame', async (frame) => {
    const console = pair.console('primary');
    await console.hello();
    raw(console, frame);
    expect(await console.closed()).toBe(1008);
    expect(errors(console)).toEqual(['badFrame']);
  });

  it('in the hello: a bad frame', async () => {
    const console = pair.console('primary');
    await console.next('welcome');
    raw(console, { type: 'hello', protocol: 2, appVersion: `1${nul}` });
    expect(await console.closed()).toBe(1008);
  });

  it("at the manager's page: not a request of the page, and the page goes on", async () => {
    const page = `http://127.0.0.1:${pair.service('primary').port}/manager/api`;
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${page}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: new URL(page).origin, cookie },
        body: JSON.stringify(body),
      });
    expect((await post('login', { userId: manager + nul, password: demoPassword })).status).toBe(400);
    expect((await post('login', { userId: manager, password: demoPassword + nul })).status).toBe(400);
    const begun = await post('login', { userId: manager, password: demoPassword });
    expect(begun.status).toBe(200);
    const cookie = begun.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    const filter = { mode: 'inclusive', patterns: [`1${nul}`], was: ['49305557*'] };
    const changes = [
      ['change', { type: 'setPatterns', ...filter }],
      ['change', { type: 'setDefaultAssistant', assistantId: `maya${nul}`, was: 'maya' }],
      [
        'change',
        {
          type: 'setDivertTarget',
          target: { kind: 'assistant', userId: nul },
          was: { kind: 'activeAssistant' },
        },
      ],
      ['password', { current: `a${nul}`, next: 'a long new password' }],
      ['password', { current: demoPassword, next: `a long new${nul} password` }],
    ] as const;
    for (const [path, body] of changes) {
      const answer = await post(path, body, cookie);
      expect(answer.status, JSON.stringify(body)).toBe(400);
    }
    expect((await fetch(`${page}/state`, { headers: { cookie } })).status).toBe(200);
  });

  it('and the service has kept its lease and its store', () => {
    expect(pair.service('primary').health()).toMatchObject({ role: 'active', store: 'up', routing: 'up' });
  });
});
