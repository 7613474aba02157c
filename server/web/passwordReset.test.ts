/** The administrator sets a new password: whoever is in with the old one is out, at the page and the console, on either service. */
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { processConsole } from '../admin/console';
import { runAdmin } from '../admin/run';
import { demoPassword } from '../demo/world';
import { Pair } from '../testing/pair';
import { stores } from '../testing/stores';
import { until } from '../testing/until';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const next = 'seven small whales';

describe.each(stores)('on $kind', (kind) => {
  let pair: Pair;
  beforeEach(async () => {
    pair = await Pair.open(kind);
    await pair.startBoth();
  });
  afterEach(() => pair.close());

  const origin = () => `http://127.0.0.1:${pair.service('primary').port}`;

  async function resetPassword(userId: string): Promise<void> {
    const typed = Object.assign(Readable.from([Buffer.from(`${next}\n`)]), { isTTY: false });
    let err = '';
    const code = await runAdmin(['--database', pair.database, 'users', 'password', userId], {
      ...processConsole(),
      env: {},
      stdin: typed,
      out: () => undefined,
      err: (text) => (err += text),
    });
    expect([code, err]).toEqual([0, '']);
  }

  const logIn = (password: string) =>
    fetch(`${origin()}/manager/api/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: origin() },
      body: JSON.stringify({ userId: 'akowalska', password }),
    });
  const stateWith = async (cookie: string, of: 'primary' | 'backup') =>
    (await fetch(`http://127.0.0.1:${pair.service(of).port}/manager/api/state`, { headers: { cookie } })).status;
  const countOf = async (table: 'sessions' | 'devices', userId: string) => {
    const db = await pair.openStore();
    const rows = await db.selectFrom(table).select('user_id').where('user_id', '=', userId).execute();
    await db.destroy();
    return rows.length;
  };

  it("ends a manager's page at once, and its session is none for the service that takes over", async () => {
    const begun = await logIn(demoPassword);
    const cookie = begun.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ');
    expect(await stateWith(cookie, 'primary')).toBe(200);
    expect([await countOf('sessions', 'akowalska'), await countOf('devices', 'akowalska')]).toEqual([1, 1]);
    const page = new WebSocket(`${origin().replace('http', 'ws')}/manager/api/events`, {
      headers: { cookie, origin: origin() },
    });
    let closed: number | null = null;
    let told = false;
    page.on('message', () => (told = true));
    page.on('close', (code) => (closed = code));
    await until(() => told || undefined, 'the open page');

    await resetPassword('akowalska');
    expect(await stateWith(cookie, 'primary')).toBe(401);
    expect([await countOf('sessions', 'akowalska'), await countOf('devices', 'akowalska')]).toEqual([0, 0]);
    expect(await until(() => closed ?? undefined, 'the page to be closed')).toBe(1008);

    await pair.stop('primary', 'abrupt');
    await pair.active('backup');
    expect(await stateWith(cookie, 'backup')).toBe(401);
  });

  it("ends an assistant's console, which cannot resume; the new password works, the old one does not", async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    const ines = await pair.loggedIn('primary', 'ines');
    await resetPassword('maya');
    expect(await maya.next('error')).toMatchObject({ error: { code: 'tokenInvalid' } });
    await maya.closed();
    expect([await countOf('sessions', 'maya'), await countOf('devices', 'maya')]).toEqual([0, 0]);

    await pair.stop('primary', 'abrupt');
    await pair.active('backup');
    const again = pair.console('backup');
    await again.hello();
    again.send({ type: 'resume', token: maya.token, position: null });
    expect(await again.next('error')).toMatchObject({ error: { code: 'tokenInvalid' } });
    again.send({ type: 'login', userId: 'maya', password: demoPassword, device: null });
    await again.next('error', ({ error }) => error.code === 'wrongPassword');
    again.send({ type: 'login', userId: 'maya', password: next, device: null });
    expect(await again.next('session')).toMatchObject({ userId: 'maya' });
    // Nobody else has noticed.
    const other = pair.console('backup');
    expect(await other.resume(ines.token, null)).toMatchObject({ userId: 'ines' });
  });
});
