/** One known outcome for every command, also when it waits, expires or cannot be written down. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandId, ConnectionId, Dn } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { isPostgres } from '../store/dialect';
import { Pair } from '../testing/pair';
import { stores } from '../testing/stores';
import type { TestConsole } from '../testing/testConsole';
import { until } from '../testing/until';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const newId = () => CommandId.parse(randomUUID());
const answerNothing: Command = { type: 'answer', connectionId: ConnectionId.parse('gone@line-2001') };

describe.each(stores)('on $kind', (kind) => {
  let pair: Pair;
  let maya: TestConsole;

  beforeEach(async () => {
    pair = await Pair.open(kind);
    await pair.start('primary');
    await pair.active('primary');
    maya = await pair.loggedIn('primary', 'maya');
  });
  afterEach(() => pair.close());

  it('tells the outcome of a command that still waits its turn when it has one', async () => {
    const last = newId();
    for (const id of [newId(), newId(), last]) {
      maya.send({ type: 'command', id, expiresInMs: 10_000, command: answerNothing });
    }
    expect(await maya.outcome(last)).toMatchObject({ status: 'refused', error: { code: 'noSuchCall' } });
  });

  it('never runs a command that waited longer than it may', async () => {
    const db = await pair.openStore();
    const id = newId();
    await db.transaction().execute(async (tx) => {
      // What every write of the service needs first. On SQLite the transaction itself is in its way.
      if (isPostgres(tx)) await sql`lock table lease in access exclusive mode`.execute(tx);
      maya.send({ type: 'command', id, expiresInMs: 1, command: answerNothing });
      maya.send({ type: 'ping', id: 1 });
      await maya.next('pong');
      const arrived = performance.now();
      await until(() => (performance.now() > arrived + 1 ? true : undefined), 'the expiry');
    });
    await db.destroy();
    const expired = { status: 'refused', error: { code: 'expired' } };
    expect((await maya.next('result')).result).toMatchObject(expired);
    expect(await maya.command(answerNothing, id)).toMatchObject(expired);
  });

  it('never runs a command that lay in a buffer longer than it may', async () => {
    const { clock = 0 } = await maya.next('session');
    const id = newId();
    maya.send({ type: 'command', id, expiresInMs: 10_000, sentAt: clock - 10_001, command: answerNothing });
    const expired = { status: 'refused', error: { code: 'expired' } };
    expect((await maya.next('result')).result).toMatchObject(expired);
    const inTime = newId();
    maya.send({ type: 'command', id: inTime, expiresInMs: 60_000, sentAt: clock, command: answerNothing });
    expect((await maya.next('result', (one) => one.id === inTime)).result).toMatchObject({
      error: { code: 'noSuchCall' },
    });
  });

  it('never runs a command once it was said that nobody has seen it', async () => {
    const [own] = maya.state?.lines ?? [];
    if (!own) throw new Error('no line');
    const id = newId();
    expect(await maya.outcome(id)).toEqual({ status: 'unknown', begun: false });
    const late: Command = { type: 'makeCall', lineId: own.lineId, to: Dn.parse('1001') };
    expect(await maya.command(late, id)).toEqual({ status: 'unknown', begun: false });
    expect(await maya.outcome(id)).toEqual({ status: 'unknown', begun: false });
    expect(pair.sim.snapshot().calls).toEqual([]);
  });

  it('goes on without a store: calls are handled, repeats act once, what cannot be known is unknown', async () => {
    const callId = pair.dial('1001', '60003');
    const { connectionId } = await maya.call((call) => call.callId === callId);
    const db = await pair.openStore();
    for (const table of ['commands', 'lease']) {
      await sql`alter table ${sql.table(table)} rename to ${sql.table(`${table}_gone`)}`.execute(db);
    }
    await db.destroy();

    const id = newId();
    expect(await maya.command({ type: 'answer', connectionId }, id)).toEqual({ status: 'done' });
    await maya.call((call) => call.callId === callId && call.state === 'connected');
    expect(await maya.command({ type: 'answer', connectionId }, id)).toEqual({ status: 'done' });
    expect(await maya.outcome(id)).toEqual({ status: 'done' });
    expect(await maya.outcome(newId())).toEqual({ status: 'unknown', begun: true });
    expect(pair.service('primary').health().role).toBe('active');
  });
});
