/** A core between two services, recorded to a real disk: what is in the file, and what is not. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallView, ConsoleState } from '../../../shared/calls/model';
import { CallId, CommandId, ConnectionId, Dn, LineId, UserId } from '../../../shared/ids';
import { Digits } from '../../../shared/protocol/commands';
import { defaultPreferences } from '../../../shared/console/preferences';
import { createBench } from '../testing/bench';
import type { Bench } from '../testing/bench';
import { emptyState } from '../testing/scriptedService';
import { MemoryFiles, kindsOf, opened, whole } from './testing';

const managerId = UserId.parse('lord.byron');
const connectionId = ConnectionId.parse('call-zz77@line-qq1');
const ringing: CallView = {
  connectionId,
  callId: CallId.parse('call-zz77'),
  lineId: LineId.parse('line-qq1'),
  state: 'alerting',
  direction: 'in',
  party: { number: Dn.parse('+4930777888'), name: 'Wilhelmine Zander' },
  managerId,
  forwardedBy: null,
  startedAt: 5,
  answeredAt: null,
  stateSince: 5,
  parties: 2,
  members: [],
  consultation: null,
};
const snapshot: ConsoleState = {
  ...emptyState,
  me: { ...emptyState.me, name: 'Maya Okonkwo', dn: Dn.parse('200177') },
  lines: [
    {
      lineId: LineId.parse('line-qq1'),
      dn: Dn.parse('300377'),
      kind: 'manager',
      managerId,
      label: 'George Byron',
      inUseElsewhere: false,
    },
  ],
};
/** Everybody and everything that was said, typed or kept secret. */
const secrets = [
  'secret-word',
  'token-1',
  'device-token-9',
  'maya',
  'Maya',
  'Okonkwo',
  'byron',
  'Byron',
  'zz77',
  'qq1',
  'Wilhelmine',
  'Zander',
  '4930777888',
  '200177',
  '300377',
  '40404',
  '13579',
  'quincy',
  'uuid-of-command',
  'in words',
  '127.0.0.1',
];

let bench: Bench;
beforeEach(async () => {
  bench = await createBench(true);
});
afterEach(() => bench.close());

const at = { epoch: 1, at: 5 };

/** Signs in, a call rings and is answered, a command is refused, one is lost with its server, the backup takes over. */
async function session(): Promise<void> {
  const { core, primary, backup } = bench;
  const login = core.handlers.login({ userId: 'maya', password: 'secret-word', remember: true });
  const connection = await primary.connection();
  await connection.accept({ snapshot, device: 'device-token-9' });
  await login;
  await core.handlers.view({ selected: connectionId, selectedManager: managerId, overlay: null });
  await core.handlers.intent({ way: 'key', command: 'answer', keys: 'F2' });
  connection.say({
    type: 'events',
    serverTime: 9,
    events: [{ ...at, seq: 1, event: { type: 'call', cause: 'delivered', call: ringing } }],
  });
  await bench.push('events');
  const id = (n: number) => CommandId.parse(`uuid-of-command-${n}`);
  const refused = core.handlers.command({
    id: id(1),
    command: { type: 'transfer', connectionId, to: Dn.parse('40404') },
  });
  await connection.next('command');
  const error = { code: 'cannotDial', message: '40404 in words' } as const;
  connection.say({ type: 'result', id: id(1), result: { status: 'refused', error } });
  await refused;
  const found = core.handlers.search({ query: 'quincy' });
  const search = await connection.next('search');
  connection.say({ type: 'found', id: search.id, entries: [], more: false });
  await found;
  const digits = Digits.parse('13579');
  const lost = core.handlers.command({ id: id(2), command: { type: 'sendDigits', connectionId, digits } });
  await connection.next('command');
  connection.cut();
  await lost;
  const second = await backup.connection();
  await second.accept({
    snapshot: null,
    missed: [{ ...at, seq: 1, event: { type: 'call', cause: 'delivered', call: ringing } }],
    position: { epoch: 1, seq: 1 },
  });
  const asked = await second.next('outcome');
  second.say({ type: 'result', id: asked.id, result: { status: 'done' } });
  await bench.push('outcome');
  second.say({
    type: 'events',
    serverTime: 20,
    events: [{ ...at, seq: 2, event: { type: 'callCleared', cause: 'transferred', connectionId } }],
  });
  await bench.push('events');
}

async function text(): Promise<string> {
  const { recordings } = await bench.core.handlers.recordings({});
  return (await whole(await bench.core.recording(recordings[0]?.id ?? ''))) ?? '';
}

it('a whole session is recorded, and replays to what the core knows', async () => {
  await session();
  const recording = await opened(await text());
  const verdict = await recording.verify();
  expect(verdict.divergences).toEqual([]);
  const kinds = new Set(kindsOf(recording));
  for (const kind of [
    'console',
    'events',
    'link',
    'linkEntry',
    'transition',
    'command',
    'outcome',
    'intent',
    'view',
    'search',
  ])
    expect(kinds).toContain(kind);
  const types = recording.marks.map(({ type }) => type);
  expect(types).toEqual(['live', 'ring', 'refused', 'lost', 'unknown', 'failover', 'transfer']);
  expect(recording.marks.find(({ type }) => type === 'refused')).toMatchObject({ who: 'Caller-1' });
  const last = recording.stateAt(recording.count - 1);
  const { link, console: live, clockOffsetMs } = bench.core.state();
  expect(last).toMatchObject({ link, clockOffsetMs, pending: [] });
  expect(last.console?.calls).toHaveLength(live?.calls.length ?? -1);
  expect(last.view.selected).toBe('connection-1');
});

it('nothing of anybody is in its files: no name, number, id, password or token', async () => {
  await session();
  await text();
  const folder = path.join(bench.folder, 'recordings');
  const written = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(written.join('')).toContain('Caller-1');
  expect(secrets.filter((secret) => written.join('').includes(secret))).toEqual([]);
});

it('ends with the console, and the next start begins another one', async () => {
  await session();
  await bench.restart();
  const { recordings } = await bench.core.handlers.recordings({});
  expect(recordings.map(({ current }) => current).sort()).toEqual([false, true]);
  const ended = await bench.core.recording(recordings.find(({ current }) => !current)?.id ?? '');
  expect(kindsOf(await opened(ended)).at(-1)).toBe('end');
});

it('the preference stops it at once, tells the pages, and begins another one', async () => {
  const saved = (recordSessions: boolean) =>
    bench.core.handlers.savePreferences({ ...defaultPreferences, recordSessions });
  expect(bench.core.state().recorder.status).toBe('recording');
  await saved(false);
  expect((await bench.push('recorder')).recorder.status).toBe('off');
  expect(bench.core.state().recorder).toEqual({ status: 'off', since: null });
  await saved(true);
  expect((await bench.push('recorder')).recorder.status).toBe('recording');
  const { recordings } = await bench.core.handlers.recordings({});
  expect(recordings).toHaveLength(2);
});

it('what goes wrong in the console is recorded', async () => {
  await expect(bench.core.handlers.quit({})).resolves.toEqual({});
  await expect(bench.core.handlers.saveFile({ name: 'a.csv', text: '' })).rejects.toThrow();
  const recording = await opened(await text());
  expect(recording.marks.map(({ type }) => type)).toEqual(['error']);
  expect(recording.event(recording.marks[0]?.at ?? -1)?.event).toEqual({
    kind: 'problem',
    where: 'saveFile',
    code: 'unknownRequest',
  });
});

it('a full disk is told, and the console goes on', async () => {
  const files = new MemoryFiles();
  const other = await createBench(files);
  try {
    files.space = 100;
    const connection = await other.goLive();
    for (;;) {
      const { recorder } = await other.push('recorder');
      if (recorder.status === 'stopped') break;
    }
    connection.say({
      type: 'events',
      serverTime: 9,
      events: [{ ...at, seq: 1, event: { type: 'call', cause: 'delivered', call: ringing } }],
    });
    await other.push('events');
    expect(other.core.state().console?.calls).toHaveLength(1);
    expect(other.core.state().recorder).toEqual({ status: 'stopped', since: null });
  } finally {
    await other.close();
  }
});
