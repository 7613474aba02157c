/** A consult transfer or conference that is half done when the active service dies: the other one shows it, and it can be ended as one likes. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallView } from '../shared/calls/model';
import { Dn, LineId, type CallId } from '../shared/ids';
import type { Command } from '../shared/protocol/commands';
import { demoLineId } from './demo/world';
import { Pair } from './testing/pair';
import type { TestConsole } from './testing/testConsole';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let pair: Pair;
let console: TestConsole;
let callId: CallId;
let held: CallView;
let asked: CallView;

const answers = (number: string, id: CallId) =>
  pair.sim.execute({ type: 'answerCall', callId: id, lineId: LineId.parse(demoLineId(number)) });
const done = { status: 'done' };
const isHalf = (side: 'held' | 'consulted') => (call: CallView) => call.consultation?.side === side;

async function consult(purpose: 'transfer' | 'conference'): Promise<void> {
  const [{ connectionId }] = [await console.call((call) => call.state === 'connected')];
  const command = { type: 'consult', connectionId, to: Dn.parse('1003'), purpose } as const;
  expect(await console.command(command)).toEqual(done);
  held = await console.call(isHalf('held'));
  asked = await console.call(isHalf('consulted'));
  answers('1003', asked.callId);
}

/** The active service is killed; the same assistant is at the other one. */
async function failOver(): Promise<void> {
  const { token, position } = console;
  await pair.stop('primary', 'abrupt');
  await pair.active('backup');
  console = pair.console('backup');
  await console.resume(token, position);
  await console.call(isHalf('held'));
}

beforeEach(async () => {
  pair = await Pair.open();
  await pair.startBoth({ leaseMs: 1_500 });
  console = await pair.loggedIn('primary', 'maya');
  callId = pair.dial('1001', '60001');
  const { connectionId } = await console.call((call) => call.callId === callId && call.state === 'alerting');
  expect(await console.command({ type: 'answer', connectionId })).toEqual(done);
});
afterEach(() => pair.close());

describe('after a failover', () => {
  it('a transfer is still half done, and is completed', async () => {
    await consult('transfer');
    await failOver();
    const shown = await console.call(isHalf('consulted'));
    expect(shown.consultation).toEqual({ purpose: 'transfer', side: 'consulted', other: held.connectionId });
    const { connectionId } = held;
    expect(await console.command({ type: 'directTransfer', connectionId, with: asked.connectionId })).toEqual(done);
    expect(pair.parties(callId)).toEqual(['1001 connected', '1003 connected']);
    await until(() => (console.state?.calls.length === 0 ? true : undefined), 'the calls to be gone');
  });

  it('a conference is still half done, and is given up', async () => {
    await consult('conference');
    await failOver();
    expect(await console.command({ type: 'cancelConsult', connectionId: held.connectionId })).toEqual(done);
    expect(pair.parties(callId)).toEqual(['1001 connected', '39001 connected']);
    const left = await console.call((call) => call.state === 'connected');
    expect(left).toMatchObject({ callId, consultation: null });
  });

  it('a conference of three is shown as it was', async () => {
    await consult('conference');
    const join: Command = { type: 'join', connectionId: held.connectionId, with: [asked.connectionId] };
    expect(await console.command(join)).toEqual(done);
    const before = await console.call((call) => call.parties === 3);
    const { token } = console;
    await pair.stop('primary', 'abrupt');
    await pair.active('backup');
    console = pair.console('backup');
    await console.resume(token, null);
    expect(await console.call((call) => call.parties === 3)).toEqual(before);
  });
});
