import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandId, Dn, UserId } from '../shared/ids';
import type { Command } from '../shared/protocol/commands';
import { readLease } from './store/leaseRow';
import { Pair } from './testing/pair';
import { stores } from './testing/stores';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

describe.each(stores)('on $kind', (kind) => {
  let pair: Pair;
  const manager = '60003';
  const caller = '1001';

  beforeEach(async () => {
    pair = await Pair.open(kind);
    await pair.startBoth();
  });
  afterEach(() => pair.close());

  describe('a call to a manager whose filter is on', () => {
    it('rings at the assistant, is answered, held, resumed and transferred', async () => {
      const maya = await pair.loggedIn('primary', 'maya');
      const callId = pair.dial(caller, manager);
      const { connectionId, ...ringing } = await maya.call((call) => call.callId === callId);
      expect(ringing).toMatchObject({
        state: 'alerting',
        direction: 'in',
        managerId: 'ahaddad',
        party: { number: caller },
      });

      expect(await maya.command({ type: 'answer', connectionId })).toEqual({ status: 'done' });
      await maya.call((call) => call.connectionId === connectionId && call.state === 'connected');
      expect(await maya.command({ type: 'hold', connectionId })).toEqual({ status: 'done' });
      await maya.call((call) => call.connectionId === connectionId && call.state === 'hold');
      expect(await maya.command({ type: 'retrieve', connectionId })).toEqual({ status: 'done' });
      await maya.call((call) => call.connectionId === connectionId && call.state === 'connected');
      expect(await maya.command({ type: 'transfer', connectionId, to: Dn.parse('1005') })).toEqual({ status: 'done' });
      await until(() => (maya.state?.calls.length === 0 ? true : undefined), 'the line to be free');
      expect(pair.parties(callId).map((party) => party.split(' ')[0])).toEqual(
        expect.arrayContaining([caller, '1005']),
      );
    });

    it.each(['alerting', 'connected'] as const)(
      'is redirected to the manager past the filter while %s',
      async (state) => {
        const maya = await pair.loggedIn('primary', 'maya');
        const callId = pair.dial(caller, manager);
        const { connectionId } = await maya.call((call) => call.callId === callId);
        if (state === 'connected') await maya.command({ type: 'answer', connectionId });
        await maya.call((call) => call.connectionId === connectionId && call.state === state);
        expect(await maya.command({ type: 'redirect', connectionId })).toEqual({ status: 'done' });
        await until(
          () => (pair.parties(callId).includes(`${manager} alerting`) ? true : undefined),
          'the manager to ring',
        );
        await until(
          () => maya.state?.managers.find((view) => view.managerId === 'ahaddad')?.currentCall ?? undefined,
          'the call in My Managers',
        );
        expect(maya.state?.calls).toEqual([]);
      },
    );

    it('goes to the manager when nobody is online', async () => {
      const callId = pair.dial(caller, manager);
      await until(
        () => (pair.parties(callId).includes(`${manager} alerting`) ? true : undefined),
        'the manager to ring',
      );
    });
  });

  describe('settings', () => {
    it('are in force for the next call and in the change log', async () => {
      const maya = await pair.loggedIn('primary', 'maya');
      const managerId = UserId.parse('ahaddad');
      const set = {
        type: 'setPatterns' as const,
        managerId,
        mode: 'inclusive' as const,
        patterns: ['10-01'],
      } satisfies Command;
      expect(await maya.command(set)).toEqual({ status: 'done' });
      const callId = pair.dial(caller, manager);
      await until(
        () => (pair.parties(callId).includes(`${manager} alerting`) ? true : undefined),
        'the manager to ring',
      );
      expect(await maya.command({ ...set, patterns: ['1*1'] })).toMatchObject({ error: { code: 'invalidPattern' } });
      const many = Array.from({ length: 101 }, (_, index) => String(index));
      expect(await maya.command({ ...set, patterns: many })).toMatchObject({ error: { code: 'limitExceeded' } });

      const db = await pair.openStore();
      const log = await db.selectFrom('change_log').selectAll().execute();
      await db.destroy();
      expect(log).toMatchObject([
        {
          line_number: manager,
          for_user: 'ahaddad',
          by_user: 'maya',
          parameter: 'inclusivePatterns',
          new_value: '1001',
        },
      ]);
    });

    it('change for every console that shows the manager', async () => {
      const maya = await pair.loggedIn('primary', 'maya');
      const tom = await pair.loggedIn('primary', 'tom');
      const managerId = UserId.parse('akowalska');
      for (const feature of ['divertAll', 'doNotDisturb'] as const) {
        expect(await maya.command({ type: 'setFeature', managerId, feature, on: true })).toEqual({ status: 'done' });
      }
      await maya.command({ type: 'setFilterMode', managerId, mode: 'exclusive' });
      const shown = { divertAll: true, doNotDisturb: true, filterMode: 'exclusive' };
      for (const console of [maya, tom]) {
        const look = () =>
          console.state?.managers.find((view) => view.managerId === managerId && view.filterMode === 'exclusive');
        expect(await until(look, 'the settings')).toMatchObject(shown);
      }
    });

    it('of other managers and calls of other assistants are not touched', async () => {
      const ines = await pair.loggedIn('primary', 'ines');
      const maya = await pair.loggedIn('primary', 'maya');
      const { connectionId } = await (pair.dial(caller, manager), maya.call((call) => call.state === 'alerting'));
      const managerId = UserId.parse('ahaddad');
      const refused = { status: 'refused', error: { code: 'notAllowed' } };
      expect(await ines.command({ type: 'answer', connectionId })).toMatchObject(refused);
      expect(await ines.command({ type: 'setFeature', managerId, feature: 'filterOn', on: false })).toMatchObject(
        refused,
      );
      expect(await maya.command({ type: 'hold', connectionId })).toMatchObject({ error: { code: 'staleState' } });
    });
  });

  describe('failover', () => {
    it('resumes on the backup with the call in hand and every command done once', async () => {
      const maya = await pair.loggedIn('primary', 'maya');
      const callId = pair.dial(caller, manager);
      const { connectionId } = await maya.call((call) => call.callId === callId);
      const answerId = CommandId.parse(randomUUID());
      await maya.command({ type: 'answer', connectionId }, answerId);
      await maya.call((call) => call.state === 'connected');

      await pair.stop('primary', 'abrupt');
      await maya.closed();
      const again = pair.console('backup');
      const session = await again.resume(maya.token, maya.position);
      expect(session.position.epoch).toBeGreaterThan(maya.position?.epoch ?? Infinity);
      expect(session.snapshot?.calls).toMatchObject([{ connectionId, state: 'connected' }]);
      expect(await again.outcome(answerId)).toEqual({ status: 'done' });
      expect(await again.command({ type: 'answer', connectionId }, answerId)).toEqual({ status: 'done' });
      expect(await again.outcome(CommandId.parse('never-sent'))).toEqual({ status: 'unknown', begun: false });

      expect(await again.command({ type: 'hold', connectionId })).toEqual({ status: 'done' });
      await again.call((call) => call.state === 'hold');
      expect(pair.parties(callId)).toEqual(expect.arrayContaining([expect.stringMatching(/ hold$/)]));

      await pair.start('primary');
      await until(() => (pair.service('primary').health().store === 'up' ? true : undefined), 'the primary');
      const turnedAway = pair.console('primary');
      expect(await turnedAway.hello()).toMatchObject({ role: 'standby', service: 'primary' });
      await turnedAway.closed();
      expect(pair.service('backup').health()).toMatchObject({
        role: 'active',
        epoch: session.position.epoch,
      });
    });

    it('keeps the assistant online: a call during the takeover still finds it', async () => {
      const maya = await pair.loggedIn('primary', 'maya');
      await pair.stop('primary', 'abrupt');
      await pair.active('backup');
      const callId = pair.dial(caller, manager);
      const again = pair.console('backup');
      await again.resume(maya.token, null);
      await again.call((call) => call.callId === callId && call.state === 'alerting');
    });

    it('hands over at once on a clean stop', async () => {
      const maya = await pair.loggedIn('primary', 'maya');
      await pair.stop('primary', 'clean');
      const again = pair.console('backup');
      expect(await again.resume(maya.token, maya.position)).toMatchObject({ userId: 'maya' });
    });

    it('makes one call of a makeCall sent to both services', async () => {
      const maya = await pair.loggedIn('primary', 'maya');
      const id = CommandId.parse(randomUUID());
      const [own] = maya.state?.lines ?? [];
      if (!own) throw new Error('no line');
      const makeCall = { type: 'makeCall', lineId: own.lineId, to: Dn.parse(caller) } as const;
      expect(await maya.command(makeCall, id)).toEqual({ status: 'done' });
      expect(await maya.command(makeCall, id)).toEqual({ status: 'done' });
      await pair.stop('primary', 'abrupt');
      const again = pair.console('backup');
      await again.resume(maya.token, maya.position);
      expect(await again.command(makeCall, id)).toEqual({ status: 'done' });
      expect(pair.sim.snapshot().calls).toHaveLength(1);
    });
  });

  describe('a dropped link', () => {
    it('is filled with what was missed, or with a snapshot', async () => {
      const maya = await pair.loggedIn('primary', 'maya');
      const { position } = maya;
      maya.socket.terminate();
      await maya.closed();
      const callId = pair.dial(caller, manager);
      await until(() => (pair.parties(callId).length > 1 ? true : undefined), 'the call to ring');
      const again = pair.console('primary');
      again.state = maya.state;
      const session = await again.resume(maya.token, position);
      expect(session.snapshot).toBeNull();
      expect(session.missed?.length).toBeGreaterThan(0);
      await again.call((call) => call.callId === callId && call.state === 'alerting');

      const fresh = pair.console('primary');
      expect(
        (await fresh.resume(maya.token, { epoch: session.position.epoch, seq: 9_999 })).snapshot?.calls,
      ).toHaveLength(1);
    });
  });

  it('a service whose store came back from a backup is still given the switch', async () => {
    const db = await pair.openStore();
    const older = await readLease(db, 1);
    await pair.stop('primary', 'clean');
    await pair.active('backup');
    await pair.stop('backup', 'clean');
    await db.updateTable('lease').set({ holder: null, epoch: 1, expires_at: 0 }).where('id', '=', 1).execute();
    await db.destroy();
    const restored = await pair.start('primary');
    await pair.active('primary');
    expect(restored.health().epoch).toBeGreaterThanOrEqual(older.epoch);
  });
});
