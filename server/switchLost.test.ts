/** A service that has lost the switch: it says so, refuses what needs it, does nothing late, and has the whole truth again when it is back. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CommandId, LineId } from '../shared/ids';
import { demoLineId } from './demo/world';
import { Pair } from './testing/pair';
import type { TestConsole } from './testing/testConsole';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let pair: Pair;
let maya: TestConsole;

beforeEach(async () => {
  pair = await Pair.open();
  await pair.start('primary');
  await pair.active('primary');
  maya = await pair.loggedIn('primary', 'maya');
});
afterEach(() => pair.close());

const callControl = (wanted: 'up' | 'down') =>
  until(() => (maya.state?.service.callControl === wanted ? true : undefined), `call control to be ${wanted}`);

async function talking(from: string) {
  const callId = pair.dial(from, '60003');
  const { connectionId } = await maya.call((call) => call.callId === callId);
  expect(await maya.command({ type: 'answer', connectionId })).toEqual({ status: 'done' });
  await maya.call((call) => call.connectionId === connectionId && call.state === 'connected');
  return { callId, connectionId };
}

it('shows what was last known, refuses at once, and does none of it later', async () => {
  const { callId, connectionId } = await talking('1001');
  const back = await pair.loseSwitch();
  await callControl('down');
  expect(maya.state?.calls).toMatchObject([{ connectionId, state: 'connected' }]);
  expect(pair.service('primary').health()).toMatchObject({ role: 'active', switch: 'down', routing: 'down' });
  const id = CommandId.parse(randomUUID());
  const unreachable = { status: 'refused', error: { code: 'switchUnreachable' } };
  expect(await maya.command({ type: 'hold', connectionId }, id)).toMatchObject(unreachable);
  expect(await maya.command({ type: 'hangUp', connectionId })).toMatchObject(unreachable);

  await back();
  await callControl('up');
  await pair.active('primary');
  expect(await maya.outcome(id)).toMatchObject(unreachable);
  expect(await maya.command({ type: 'hold', connectionId }, id)).toMatchObject(unreachable);
  expect(pair.parties(callId)).toEqual(expect.arrayContaining(['39003 connected']));
  expect(await maya.command({ type: 'hold', connectionId })).toEqual({ status: 'done' });
  await maya.call((call) => call.connectionId === connectionId && call.state === 'hold');
});

it('tells what happened meanwhile: a call ended, another was put on hold, a third came', async () => {
  const ended = await talking('1001');
  expect(await maya.command({ type: 'hold', connectionId: ended.connectionId })).toEqual({ status: 'done' });
  const kept = await talking('1002');
  const back = await pair.loseSwitch();
  await callControl('down');
  const before = maya.received.length;
  const at = (number: string) => LineId.parse(demoLineId(number));
  expect(pair.sim.execute({ type: 'clearConnection', callId: ended.callId, lineId: at('1001') }).ok).toBe(true);
  expect(pair.sim.execute({ type: 'holdCall', callId: kept.callId, lineId: at('39003') }).ok).toBe(true);
  // To her own number: a manager's call rings at the manager while no service is there.
  const third = pair.dial('1003', '2001');

  await back();
  await callControl('up');
  await maya.call((call) => call.callId === third && call.state === 'alerting');
  await maya.call((call) => call.callId === kept.callId && call.state === 'hold');
  await until(() => (maya.state?.calls.length === 2 ? true : undefined), 'the ended call to go');
  const heard = maya.received.slice(before).flatMap((frame) => (frame.type === 'events' ? frame.events : []));
  expect(heard.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      { type: 'callCleared', cause: 'connectionCleared', connectionId: ended.connectionId },
      expect.objectContaining({ type: 'call', cause: 'held' }),
      expect.objectContaining({ type: 'call', cause: 'delivered' }),
    ]),
  );
});
