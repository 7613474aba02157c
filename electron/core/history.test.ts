import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallView } from '../../shared/calls/model';
import { CallId, CommandId, ConnectionId, LineId } from '../../shared/ids';
import { protocolError } from '../../shared/protocol/errors';
import type { StampedEvent } from '../../shared/protocol/messages';
import { createBench } from './testing/bench';
import type { Bench } from './testing/bench';
import { emptyState } from './testing/scriptedService';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const ringing: CallView = {
  connectionId: ConnectionId.parse('c1@own'),
  callId: CallId.parse('c1'),
  lineId: LineId.parse('own'),
  state: 'alerting',
  direction: 'in',
  party: { number: null, name: 'Peter Brandt' },
  managerId: null,
  forwardedBy: null,
  startedAt: 1_000_000,
  answeredAt: null,
  stateSince: 1_000_000,
  parties: 2,
  members: [],
  consultation: null,
};
const rings = (seq: number): StampedEvent => ({
  epoch: 1,
  seq,
  at: 1_000_000,
  event: { type: 'call', cause: 'delivered', call: ringing },
});
const ends = (seq: number, cause: 'connectionCleared' | 'diverted' = 'connectionCleared'): StampedEvent => ({
  epoch: 1,
  seq,
  at: 1_004_000,
  event: { type: 'callCleared', cause, connectionId: ringing.connectionId },
});

/** The next push of the history that has something in it. */
async function noted() {
  for (;;) {
    const { history } = await bench.push('history');
    if (history.entries.length > 0) return history;
  }
}

it('a missed call is noted by the service’s clock, pushed, kept for the next start, and seen or cleared', async () => {
  const connection = await bench.goLive();
  connection.say({ type: 'events', serverTime: 1_000_000, events: [rings(1)] });
  connection.say({ type: 'events', serverTime: 1_004_000, events: [ends(2)] });
  const history = await noted();
  expect(history).toMatchObject({ entries: [{ kind: 'missed', endedAt: 1_004_000 }], seenUntil: 0 });
  await bench.core.handlers.historySeen({});
  expect((await noted()).seenUntil).toBeGreaterThanOrEqual(1_004_000);
  await bench.core.handlers.logout({});
  expect((await bench.core.handlers.open({})).history.entries).toEqual([]);
  await bench.restart();
  await bench.goLive();
  expect((await bench.core.handlers.open({})).history.entries).toEqual(history.entries);
  await bench.core.handlers.clearHistory({});
  expect((await bench.core.handlers.open({})).history.entries).toEqual([]);
});

it('a call that ended while the link was down is noted when the snapshot shows it gone', async () => {
  const connection = await bench.goLive();
  connection.say({ type: 'events', serverTime: 1_000_000, events: [rings(1)] });
  await bench.push('events');
  connection.cut();
  await (await bench.backup.connection()).accept({ snapshot: emptyState, serverTime: 1_500_000 });
  expect((await noted()).entries).toMatchObject([{ kind: 'missed', endedAt: 1_500_000 }]);
});

it('a call that the assistant sent on was not missed; one whose redirect was refused was', async () => {
  const connection = await bench.goLive();
  const redirect = (id: string) =>
    bench.core.handlers.command({
      id: CommandId.parse(id),
      command: { type: 'redirect', connectionId: ringing.connectionId },
    });
  connection.say({ type: 'events', serverTime: 1_000_000, events: [rings(1)] });
  await bench.push('events');
  const done = redirect('one');
  await connection.next('command');
  connection.say({ type: 'events', serverTime: 1_004_000, events: [ends(2, 'diverted'), rings(3)] });
  connection.say({ type: 'result', id: CommandId.parse('one'), result: { status: 'done' } });
  await done;
  expect((await bench.core.handlers.open({})).history.entries).toEqual([]);
  const refused = redirect('two');
  await connection.next('command');
  const result = { status: 'refused', error: protocolError('staleState', 'no') } as const;
  connection.say({ type: 'result', id: CommandId.parse('two'), result });
  await refused;
  connection.say({ type: 'events', serverTime: 1_004_000, events: [ends(4, 'diverted')] });
  expect((await noted()).entries).toHaveLength(1);
});

const talking: CallView = { ...ringing, state: 'connected', answeredAt: 1_002_000 };
const answered: StampedEvent = {
  epoch: 1,
  seq: 2,
  at: 1_002_000,
  event: { type: 'call', cause: 'established', call: talking },
};

it.each(['logout', 'quit'] as const)('a call in progress at %s is kept as answered', async (how) => {
  const connection = await bench.goLive();
  connection.say({ type: 'events', serverTime: 1_002_000, events: [rings(1), answered] });
  await bench.push('events');
  if (how === 'logout') await bench.core.handlers.logout({});
  await bench.restart();
  await bench.goLive();
  const { history } = await bench.core.handlers.open({});
  expect(history.entries).toMatchObject([{ kind: 'answered', startedAt: 1_000_000, answeredAt: 1_002_000 }]);
  expect(history.entries[0]?.endedAt).toBeGreaterThanOrEqual(1_002_000);
});
