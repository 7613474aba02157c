import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dn, UserId } from '../shared/ids';
import { demoPassword } from './demo/world';
import { maskNumber, maskNumbers, serviceLog } from './log';
import { Pair } from './testing/pair';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

function memory() {
  const lines: string[] = [];
  return { lines, log: serviceLog('info', 'test', { write: (line) => void lines.push(line) }) };
}

describe('a real service', () => {
  let pair: Pair;
  afterEach(() => pair.close());

  it('logs no password, token or whole number through logins, calls, settings and errors', async () => {
    const { lines, log } = memory();
    pair = await Pair.open();
    await pair.start('primary', { log });
    await pair.active('primary');
    const port = pair.service('primary').port;
    const secrets = { wrong: 'S3cret-wrong-password', token: 'T0ken-of-nobody-0123456789', user: 'somebody-unknown' };

    const stranger = pair.console('primary');
    await stranger.hello();
    stranger.send({ type: 'login', userId: 'maya', password: secrets.wrong, device: 'D3vice-of-nobody' });
    await stranger.next('error', ({ error }) => error.code === 'wrongPassword');
    stranger.send({ type: 'login', userId: secrets.user, password: secrets.wrong, device: null });
    await stranger.next('error', ({ error }) => error.code === 'unknownUser');
    stranger.send({ type: 'resume', token: secrets.token, position: null });
    await stranger.next('error', ({ error }) => error.code === 'tokenInvalid');
    stranger.socket.send(`{"type":"login","userId":7,"password":"${secrets.wrong}","token":"${secrets.token}"`);
    await stranger.closed();

    const maya = await pair.loggedIn('primary', 'maya');
    const { device } = await maya.next('session');
    const callId = pair.dial('1001', '60003');
    const { connectionId } = await maya.call((call) => call.callId === callId);
    await maya.command({ type: 'answer', connectionId });
    await maya.call((call) => call.state === 'connected');
    const transferred = await maya.command({ type: 'transfer', connectionId, to: Dn.parse('49305551234') });
    expect(transferred.status).toBe('refused');
    await maya.command({ type: 'transfer', connectionId, to: Dn.parse('1005') });
    const managerId = UserId.parse('ahaddad');
    await maya.command({ type: 'setPatterns', managerId, mode: 'inclusive', patterns: ['4930555777*', '1*1'] });
    await maya.command({ type: 'setPatterns', managerId, mode: 'inclusive', patterns: ['4930555777*'] });
    await maya.command({ type: 'setDivertTarget', managerId, target: { kind: 'number', number: Dn.parse('1004') } });
    maya.send({ type: 'search', id: 1, query: 'Kowalska' });
    await maya.next('found');
    const again = pair.console('primary');
    await again.resume(maya.token, null);
    again.socket.send(
      JSON.stringify({
        type: 'command',
        id: randomUUID(),
        expiresInMs: 9,
        command: { type: 'nonsense', to: '49305558888' },
      }),
    );
    await again.next('result');
    const address = `http://127.0.0.1:${port}`;
    await fetch(`${address}/healthz?password=${secrets.wrong}`, {
      headers: { authorization: `Bearer ${secrets.token}` },
    });
    again.send({ type: 'logout' });
    await again.closed();
    await pair.stop('primary', 'clean');

    const text = lines.join('\n');
    // It was this service that was logged, at this level.
    for (const said of ['console logged in', 'login refused', 'call routed', 'frame refused', 'ServiceStopped']) {
      expect(text).toContain(said);
    }
    const forbidden = [demoPassword, ...Object.values(secrets), maya.token, device, 'D3vice-of-nobody'];
    const numbers = ['1001', '1004', '1005', '60003', '39003', '49305551234', '49305558888', '4930555777'];
    for (const secret of forbidden) if (secret !== null) expect(text).not.toContain(secret);
    // Ids (`line-1001@…`) and times hold digits too: as a whole word, or inside a word of an id of a line.
    const said = lines.map((line) =>
      line.replace(/"(time|pid|port|epoch)":\d+/g, '').replace(/"hostname":"[^"]*"/, ''),
    );
    for (const number of numbers) {
      expect(said.filter((line) => new RegExp(`(?<![0-9a-f])${number}(?![0-9a-f])`).test(line))).toEqual([]);
    }
  });
});

describe('the log itself', () => {
  it('never writes what is called a secret, however deep somebody puts it', () => {
    const { lines, log } = memory();
    const secret = randomBytes(9).toString('base64url');
    log.info({ password: secret, request: { token: secret, headers: { authorization: secret } } }, 'by mistake');
    log.info({ device: secret, cookie: secret, session: { resumeToken: secret } }, 'by mistake');
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toContain(secret);
  });

  it('masks numbers in errors and leaves out what the database quotes', async () => {
    const { lines, log } = memory();
    const error = Object.assign(new Error('Key (dn)=(60001) already exists; called +49 30 5550-142'), {
      code: '23505',
      detail: 'Key (dn)=(60001) already exists.',
      parameters: ['60001'],
    });
    log.error({ err: error }, 'refused');
    await until(() => lines[0], 'the line');
    const [line = ''] = lines;
    expect(line).toContain('23505');
    expect(line).toContain('(…01)');
    expect(line).not.toContain('60001');
    expect(line).not.toContain('5550');
  });

  it('keeps of a number what finds the call', () => {
    expect(maskNumber('60003')).toBe('…03');
    expect(maskNumbers('connect ECONNREFUSED 127.0.0.1:5432 for 60003')).toBe(
      'connect ECONNREFUSED 127.0.0.1:5432 for …03',
    );
  });
});
