/** What the administrator changes reaches a running service and its consoles. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Db } from './store/open';
import { raiseRevision } from './store/revision';
import { Pair } from './testing/pair';
import { stores } from './testing/stores';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

describe.each(stores)('on $kind', (kind) => {
  let pair: Pair;
  let db: Db;

  beforeEach(async () => {
    pair = await Pair.open(kind);
    await pair.start('primary', { parameters: {} });
    await pair.active('primary');
    db = await pair.openStore();
  });
  afterEach(async () => {
    await db.destroy();
    await pair.close();
  });

  /** As the administration program does: the change and the raised revision in one transaction. */
  function change(work: (tx: Parameters<typeof raiseRevision>[0]) => Promise<unknown>): Promise<void> {
    return db.transaction().execute(async (tx) => {
      await work(tx);
      await raiseRevision(tx, 'company');
    });
  }

  it('consoles are told of new clocks and of new names while they are signed in', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    await change(async (tx) => {
      await tx.insertInto('parameters').values({ key: 'heartbeatIntervalMs', value: '4000' }).execute();
      await tx.updateTable('users').set({ last_name: 'Nowak' }).where('id', '=', 'akowalska').execute();
    });
    expect(await maya.next('parameters')).toMatchObject({ parameters: { heartbeatIntervalMs: 4_000 } });
    const anna = () => maya.state?.managers.find(({ name }) => name === 'Anna Nowak');
    expect(await until(anna, 'the new name')).toMatchObject({ managerId: 'akowalska' });
  });

  it('an association that is taken away takes its line off the screen, and a resumed console sees the same', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    const before = maya.position;
    await change(async (tx) => {
      await tx
        .deleteFrom('associations')
        .where('assistant_id', '=', 'maya')
        .where('manager_id', '=', 'akowalska')
        .execute();
      await tx.deleteFrom('lines').where('id', '=', 'line-39001').execute();
    });
    await until(() => (maya.state?.lines.every(({ dn }) => dn !== '39001') ? true : undefined), 'the line to go');
    expect(maya.state?.managers.map(({ managerId }) => managerId)).not.toContain('akowalska');
    const again = pair.console('primary');
    const session = await again.resume(maya.token, before);
    expect(session.missed?.map(({ event }) => event.type)).toContain('replaced');
  });

  it('an assistant whose line the switch does not have serves nobody: calls ring the manager, not the voicemail', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    await change(async (tx) => {
      const nowhere = { user_id: 'maya', phone_id: 'phone-2001', kind: 'proxy', position: 90 } as const;
      await tx
        .insertInto('lines')
        .values({ id: 'line-nowhere', dn: '36999', ...nowhere })
        .execute();
      await tx
        .updateTable('associations')
        .set({ line_id: 'line-nowhere' })
        .where('assistant_id', '=', 'maya')
        .where('manager_id', '=', 'ahaddad')
        .execute();
    });
    const amira = () => maya.state?.managers.find(({ managerId }) => managerId === 'ahaddad');
    await until(() => (amira()?.activeAssistant === null ? true : undefined), 'nobody to serve the manager');
    const callId = pair.dial('1001', '60003');
    await until(() => (pair.parties(callId).includes('60003 alerting') ? true : undefined), 'the manager to ring');
  });

  it('an assistant who is removed is signed off; others do not notice', async () => {
    const maya = await pair.loggedIn('primary', 'maya');
    const ines = await pair.loggedIn('primary', 'ines');
    await change((tx) => tx.deleteFrom('sessions').where('user_id', '=', 'maya').execute());
    expect(await maya.next('error')).toMatchObject({ error: { code: 'tokenInvalid' } });
    await maya.closed();
    await change(async (tx) => {
      await tx.deleteFrom('associations').where('assistant_id', '=', 'ines').execute();
      await tx.deleteFrom('lines').where('user_id', '=', 'ines').execute();
      await tx.deleteFrom('users').where('id', '=', 'ines').execute();
    });
    expect(await ines.next('error')).toMatchObject({ error: { code: 'notAssistant' } });
  });
});
