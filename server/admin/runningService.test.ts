/** What the administration program changes is in force at a running service, and at the consoles that are signed in. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dn } from '../../shared/ids';
import { Pair } from '../testing/pair';
import { stores } from '../testing/stores';
import { until } from '../testing/until';
import { processConsole } from './console';
import { runAdmin } from './run';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.each(stores)('on $kind', (kind) => {
  let pair: Pair;

  beforeEach(async () => {
    pair = await Pair.open(kind);
    await pair.start('primary', { parameters: {} });
    await pair.active('primary');
  });
  afterEach(() => pair.close());

  async function admin(args: readonly string[], typed = ''): Promise<void> {
    let errors = '';
    const code = await runAdmin(['--database', pair.database, ...args], {
      ...processConsole(),
      env: {},
      stdin: Object.assign(Readable.from([Buffer.from(typed)]), { isTTY: false }),
      out: () => undefined,
      err: (text) => void (errors += text),
    });
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  }

  it('a new user logs in, gets a manager, and is signed off when removed', async () => {
    const who = ['--first-name', 'Sam', '--last-name', 'Ito', '--role', 'assistant'];
    await admin(
      ['users', 'add', 'sam', ...who, '--dn', '2990', '--phone', 'phone-2990', '--password'],
      'violet-anchor-42\n',
    );
    const sam = pair.console('primary');
    await until(async () => {
      const console = pair.console('primary');
      await console.hello();
      console.send({ type: 'login', userId: 'sam', password: 'violet-anchor-42', device: null });
      const answer = await until(
        () => console.received.find(({ type }) => type === 'session' || type === 'error'),
        'an answer',
      );
      return answer.type === 'session' ? true : undefined;
    }, 'the account');
    await sam.login('sam', 'violet-anchor-42');
    await admin(['associations', 'add', 'akowalska', 'sam', '--dn', '39990']);
    await until(() => sam.state?.lines.find(({ dn }) => dn === '39990'), 'the new line');
    expect(sam.state?.managers.map(({ managerId }) => managerId)).toEqual(['akowalska']);
    await admin(['associations', 'remove', 'akowalska', 'sam']);
    await until(() => (sam.state?.managers.length === 0 ? true : undefined), 'the manager to go');
    await admin(['users', 'remove', 'sam']);
    await sam.closed();
  });

  it('a parameter, a dial rule and the directory count at once', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    await admin([
      'rules',
      'add',
      'dial',
      '--name',
      'short',
      '--begins-with',
      '77',
      '--digits',
      '3',
      '--remove',
      '3',
      '--prefix',
      '2003',
    ]);
    await admin(['parameters', 'set', 'heartbeatIntervalMs', '4000']);
    expect(await maya.next('parameters')).toMatchObject({ parameters: { heartbeatIntervalMs: 4_000 } });
    const own = maya.state?.lines.find(({ kind: of }) => of === 'own');
    if (!own) throw new Error('maya has no own line');
    await maya.command({ type: 'makeCall', lineId: own.lineId, to: Dn.parse('771') });
    await until(
      () => pair.sim.snapshot().calls.find(({ connections }) => connections.some(({ dn }) => dn === '2003')),
      'the call',
    );

    const folder = await mkdtemp(path.join(tmpdir(), 'people-'));
    await writeFile(path.join(folder, 'p.csv'), 'firstName,lastName,number\nZora,Quimby,4711\n');
    await admin(['directory', 'import', path.join(folder, 'p.csv')]);
    await rm(folder, { recursive: true, force: true });
    let id = 0;
    await until(async () => {
      id += 1;
      const asked = id;
      maya.send({ type: 'search', id: asked, query: 'quim' });
      const { entries } = await maya.next('found', (found) => found.id === asked);
      return entries.length > 0 ? true : undefined;
    }, 'the new entry');
  });
});
