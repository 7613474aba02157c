/**
 * npm run bench:recorder -- [--events 20000] [--rate 1000]
 * What a recording costs the console: the same events, at the same rate, handled by a core that records and by one that does not,
 * in turns. *handled*: from the frame to everything told. *due*: from when the frame was due, so that it also counts what it waited for.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../../../electron/core/clock';
import { createCore } from '../../../electron/core/core';
import type { Core } from '../../../electron/core/core';
import { openDocuments } from '../../../electron/core/documents';
import { noSecrets } from '../../../electron/core/secrets';
import type { SocketListener } from '../../../electron/core/socket';
import { noHost } from '../../../electron/core/testing/noHost';
import { CallView, ConsoleState } from '../../../shared/calls/model';
import { UserId } from '../../../shared/ids';
import { protocolVersion } from '../../../shared/protocol/messages';
import type { ServerMessage, StampedEvent } from '../../../shared/protocol/messages';
import { megabytes, print, printMachine, printTable, timesHead, timesRow } from '../report';
import { seeded } from '../random';

const Flags = z.object({
  events: z.coerce.number().int().min(100).default(20_000),
  rate: z.coerce.number().min(1).max(10_000).default(1_000),
});

const managers = 33;
const linesEach = 5;
const patternsEach = 100;
const rounds = 3;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Measured {
  readonly handled: number[];
  readonly due: number[];
  bytes: number;
}

const random = seeded(9);

function snapshot(): ConsoleState {
  const managerId = (n: number) => `manager.${n}`;
  const number = (n: number) => String(n);
  const manager = (n: number) => ({
    managerId: managerId(n),
    name: `Manager Number ${n}`,
    dn: number(20_000 + n),
    assistants: [{ userId: 'maya', name: 'Maya', online: true }],
    defaultAssistant: 'maya',
    activeAssistant: 'maya',
    currentCall: null,
    forwardedTo: null,
    intercomDn: number(60_000 + n),
    hasVoicemail: true,
    messageWaiting: false,
    doNotDisturb: false,
    assistantWatch: true,
    alertTone: true,
    divertAll: false,
    divertTarget: { kind: 'activeAssistant' },
    filterOn: true,
    filterMode: 'inclusive',
    inclusive: Array.from({ length: patternsEach }, () => `49${random.below(1_000_000)}*`),
    exclusive: [],
  });
  const line = (n: number) => ({
    lineId: `line-${n}`,
    dn: number(30_000 + n),
    kind: 'manager',
    managerId: managerId(n % managers),
    label: `Manager Number ${n % managers}`,
    inUseElsewhere: false,
  });
  return ConsoleState.parse({
    me: { userId: 'maya', name: 'Maya', dn: '2001', online: true, redirectTo: null },
    mode: 'proxy',
    lines: Array.from({ length: managers * linesEach }, (_, n) => line(n)),
    calls: [],
    managers: Array.from({ length: managers }, (_, n) => manager(n)),
    service: { callControl: 'up', filtering: 'up' },
    divertAllAppliesToFiltered: false,
  });
}

/** Calls come, are answered and end: at most one at each line. */
function eventAt(seq: number): StampedEvent {
  const call = Math.floor((seq - 1) / 3);
  const line = call % (managers * linesEach);
  const connectionId = `call-${call}@line-${line}`;
  const step = (seq - 1) % 3;
  const at = 1_700_000_000_000 + seq;
  if (step === 2) {
    const cleared = { type: 'callCleared', cause: 'connectionCleared', connectionId } as const;
    return { epoch: 1, seq, at, event: { ...cleared, connectionId: CallView.shape.connectionId.parse(connectionId) } };
  }
  const view = CallView.parse({
    connectionId,
    callId: `call-${call}`,
    lineId: `line-${line}`,
    state: step === 0 ? 'alerting' : 'connected',
    direction: 'in',
    party: { number: `4930${random.below(10_000_000)}`, name: `Caller ${random.below(5_000)}` },
    managerId: `manager.${line % managers}`,
    forwardedBy: null,
    startedAt: at,
    answeredAt: step === 0 ? null : at,
    stateSince: at,
    parties: 2,
    members: [],
    consultation: null,
  });
  return { epoch: 1, seq, at, event: { type: 'call', cause: step === 0 ? 'delivered' : 'established', call: view } };
}

function startCore(folder: string, recorded: boolean): { readonly core: Core; say(message: ServerMessage): void } {
  let listener: SocketListener | null = null;
  const address = { host: '127.0.0.1', port: 1, tls: false };
  const core = createCore({
    documents: openDocuments(folder, { primary: address, backup: null }, systemClock, log),
    devices: { tokenOf: () => null, keep: () => undefined },
    secrets: noSecrets,
    host: noHost,
    log,
    appVersion: '0.0.0',
    ...(recorded && { recording: { folder: path.join(folder, 'recordings'), host: 'desktop' as const } }),
    openSocket: (_target, heard) => {
      listener = heard;
      return { send: () => undefined, close: () => undefined, terminate: () => undefined };
    },
  });
  return { core, say: (message) => listener?.message(JSON.stringify(message)) };
}

async function round(events: readonly StampedEvent[], everyMs: number, recorded: boolean, into: Measured) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-recorder-'));
  const started = startCore(folder, recorded);
  const { core } = started;
  const say = (message: ServerMessage) => started.say(message);
  void core.handlers.login({ userId: 'maya', password: 'a-password', remember: false });
  await new Promise(setImmediate);
  say({ type: 'welcome', protocol: protocolVersion, service: 'primary', role: 'active' });
  say({
    type: 'session',
    userId: UserId.parse('maya'),
    resumeToken: 'token',
    device: null,
    parameters: { heartbeatIntervalMs: 600_000, requestTimeoutMs: 600_000 },
    serverTime: 0,
    position: { epoch: 1, seq: 0 },
    snapshot: snapshot(),
    missed: null,
  });
  if (core.state().link.phase !== 'live') throw new Error('the session did not begin');
  const start = performance.now();
  for (const [index, event] of events.entries()) {
    const due = start + index * everyMs;
    do await new Promise(setImmediate);
    while (performance.now() < due);
    const began = performance.now();
    say({ type: 'events', serverTime: 0, events: [event] });
    const done = performance.now();
    into.handled.push(done - began);
    into.due.push(done - due);
  }
  core.close();
  if (recorded) {
    const files = path.join(folder, 'recordings');
    for (const name of readdirSync(files)) into.bytes += statSync(path.join(files, name)).size;
  }
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { events: { type: 'string' }, rate: { type: 'string' } } });
  const flags = Flags.parse(values);
  const all = Array.from({ length: flags.events }, (_, at) => eventAt(at + 1));
  printMachine(
    `recorder: ${rounds} × ${flags.events} events at ${flags.rate}/s, ${managers} managers × ${linesEach} lines, ${patternsEach} patterns each`,
    {},
  );
  const fresh = (): Measured => ({ handled: [], due: [], bytes: 0 });
  const off = fresh();
  const on = fresh();
  // One that does not count: the machine's first time is slower for both.
  await round(all.slice(0, 2_000), 0, true, fresh());
  for (let n = 0; n < rounds; n += 1) {
    await round(all, 1_000 / flags.rate, false, off);
    await round(all, 1_000 / flags.rate, true, on);
  }
  printTable(
    ['one event', ...timesHead],
    [
      ['handled, not recorded', ...timesRow(off.handled)],
      ['handled, recorded', ...timesRow(on.handled)],
      ['due, not recorded', ...timesRow(off.due)],
      ['due, recorded', ...timesRow(on.due)],
    ],
  );
  print(`written: ${megabytes(on.bytes)} in all, ${Math.round(on.bytes / on.handled.length)} bytes for each event`);
}

await main();
