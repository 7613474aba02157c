/** Call handling over real sockets, and over the death of the service that was in the middle of it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UserId } from '../shared/ids';
import { demoDirectory } from './demo/directory';
import { seedDemo } from './store/seed';
import { Pair } from './testing/pair';
import type { TestConsole } from './testing/testConsole';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let pair: Pair;
const manager = '60001';
const caller = '1001';

beforeEach(async () => {
  pair = await Pair.open();
  await pair.startBoth({
    prepareStore: async (db) => {
      if (!(await seedDemo(db, demoDirectory))) return;
      const rna = [
        { key: 'rnaForwardCalls', value: 'true' },
        { key: 'rnaTimeoutMs', value: '1000' },
      ];
      await db.insertInto('parameters').values(rna).execute();
    },
  });
});
afterEach(() => pair.close());

const online = (console: TestConsole, wanted: boolean) =>
  until(() => (console.state?.me.online === wanted ? true : undefined), `online to be ${String(wanted)}`);
const ringsAt = (console: TestConsole) => console.call((call) => call.state === 'alerting');

it('a call that nobody answers goes on to the next assistant although the service died while it rang', async () => {
  const maya = await pair.loggedIn('primary', 'maya');
  const tom = await pair.loggedIn('primary', 'tom');
  const callId = pair.dial(caller, manager);
  expect(await ringsAt(maya)).toMatchObject({ callId });
  await pair.stop('primary', 'abrupt');
  const again = pair.console('backup');
  await again.resume(tom.token, null);
  expect(await ringsAt(again)).toMatchObject({ callId, managerId: 'akowalska' });
});

it('an assistant who went offline stays signed in and stays offline over a failover', async () => {
  const maya = await pair.loggedIn('primary', 'maya');
  const tom = await pair.loggedIn('primary', 'tom');
  expect(await maya.command({ type: 'setOnline', online: false })).toEqual({ status: 'done' });
  await online(maya, false);
  const seen = () => tom.state?.managers.find(({ dn }) => dn === manager);
  await until(() => (seen()?.activeAssistant === 'tom' ? true : undefined), 'the managers to move on');
  pair.dial(caller, manager);
  await ringsAt(tom);
  expect(maya.state?.calls).toEqual([]);

  await pair.stop('primary', 'abrupt');
  const again = pair.console('backup');
  await again.resume(maya.token, null);
  await online(again, false);
  expect(await again.command({ type: 'setOnline', online: true })).toEqual({ status: 'done' });
  await online(again, true);
});

it('keys of the phone reach the consoles, whichever service is active, and the change log', async () => {
  const maya = await pair.loggedIn('primary', 'maya');
  const feature = (console: TestConsole, wanted: boolean) => {
    const look = () => console.state?.managers.find(({ dn, divertAll }) => dn === manager && divertAll === wanted);
    return until(look, `divert all to be ${String(wanted)}`);
  };
  const window = () => pair.sim.snapshot().phones.find(({ lines }) => lines[0]?.dn === manager)?.status;
  await until(() => window() ?? undefined, 'the status window');
  expect(await pair.press({ dn: manager, key: 'divertAll' })).toBe(true);
  await feature(maya, true);
  await pair.stop('primary', 'abrupt');
  const again = pair.console('backup');
  await again.resume(maya.token, null);
  await until(() => (window()?.divertAll === true ? true : undefined), 'the status window');
  await pair.active('backup');
  expect(await pair.press({ dn: manager, key: 'divertAll' })).toBe(true);
  await feature(again, false);
  expect(await pair.press({ dn: manager, key: 'dnd' })).toBe(true);

  const db = await pair.openStore();
  const read = () => db.selectFrom('change_log').select(['by_role', 'by_user', 'parameter', 'new_value']).execute();
  const by = { by_role: 'manager', by_user: UserId.parse('akowalska') };
  await vi.waitFor(async () => {
    expect(await read()).toEqual([
      { ...by, parameter: 'divertAll', new_value: 'true' },
      { ...by, parameter: 'divertAll', new_value: 'false' },
      { ...by, parameter: 'doNotDisturb', new_value: 'true' },
    ]);
  });
  await db.destroy();
});
