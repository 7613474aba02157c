/** An invented session as the console records it, for tests and for looking at the page: calls, a transfer that is lost with its server, a failover. */
import { ConsoleState, type CallView, type ConsoleEvent } from '../../../shared/calls/model';
import { reduce } from '../../../shared/calls/reduce';
import { CommandId } from '../../../shared/ids';
import type { Command } from '../../../shared/protocol/commands';
import type { SessionEvent } from '../../../shared/session/format';
import { Pseudonyms } from '../../../shared/session/pseudonyms';
import { SessionWriter } from '../../../shared/session/write';
import { busy } from '../../testing/scenes';

type Loose<T> = { [K in keyof T]?: unknown };

/** Milliseconds since the epoch: 22 Nov 2026, 11:58:04 UTC. */
export const demoStart = Date.UTC(2026, 10, 22, 11, 58, 4);

interface Recorder {
  readonly text: string;
}

/** `more` minutes with a call each after the story make it as long as somebody wants. */
export function demoRecording(more = 0): Recorder {
  const pseudonyms = new Pseudonyms((text) => text);
  const writer = new SessionWriter(
    { appVersion: '1.4.0', startedAt: demoStart, recording: 'demo', host: 'desktop', platform: 'win32' },
    pseudonyms,
  );
  const lines: string[] = [writer.header(0)];
  let time = 0;
  let link: Extract<SessionEvent, { kind: 'link' }>['link'] = {
    phase: 'connecting',
    server: 'primary',
    resuming: false,
  };
  let console: ConsoleState | null = null;
  let seq = 0;
  const moment = () => ({ tMono: time, tWall: demoStart + time });
  const checkpoint = () => void lines.push(writer.checkpoint({ link, console, clockOffsetMs: 40 }, moment()));
  const put = (event: SessionEvent): void => {
    lines.push(writer.line(event, moment()));
    if (lines.length % 60 === 0) checkpoint();
  };
  const at = (seconds: number): void => void (time = seconds * 1_000);
  const setLink = (next: typeof link): void => {
    link = next;
    put({ kind: 'link', link });
  };
  const setConsole = (next: ConsoleState): void => {
    console = next;
    put({ kind: 'console', console, clockOffsetMs: 40 });
  };
  const tell = (...events: ConsoleEvent[]): void => {
    console = events.reduce((now, event) => (now === null ? null : reduce(now, event)), console);
    put({
      kind: 'events',
      clockOffsetMs: 40,
      events: events.map((event) => ({ epoch: 3, seq: (seq += 1), at: demoStart + time, event })),
    });
  };
  const key = (command: string, keys: string | null, way: 'key' | 'click' = 'key'): void =>
    put({ kind: 'intent', intent: { way, command, keys } });
  const see = (selected: CallView | null, overlay: string | null = null): void =>
    put({ kind: 'view', view: { selected: selected?.connectionId ?? null, selectedManager: null, overlay } });
  let commands = 0;
  const send = (command: Command): CommandId => {
    const id = CommandId.parse(`c-${(commands += 1)}`);
    put({ kind: 'command', id, command });
    return id;
  };
  const heartbeat = (ms: number, server: 'primary' | 'backup' = 'primary'): void => {
    put({ kind: 'linkEntry', entry: { kind: 'roundTrip', at: demoStart + time, server, ms } });
    setLink({ phase: 'live', server, since: demoStart, roundTripMs: ms });
  };
  const quiet = (from: number, to: number, server: 'primary' | 'backup' = 'primary'): void => {
    for (let second = from; second < to; second += 5) {
      at(second);
      heartbeat(9 + (second % 7), server);
    }
  };

  checkpoint();
  put({ kind: 'transition', from: 'signedOut', on: 'login', to: 'connecting', server: 'primary', generation: 1 });
  setLink(link);
  at(0.4);
  setLink({ phase: 'live', server: 'primary', since: demoStart, roundTripMs: 11 });
  put({ kind: 'linkEntry', entry: { kind: 'live', at: demoStart, server: 'primary', awayMs: null, failover: false } });
  setConsole(ConsoleState.parse({ ...busy(demoStart), calls: [] }));
  quiet(5, 45);

  const first = oneCall(1, 'line-39001', 'akowalska', 'Peter Brandt', '+493055570142');
  at(47);
  tell({ type: 'call', cause: 'delivered', call: first(time, 'alerting') });
  see(first(time, 'alerting'));
  at(52.2);
  key('answer', 'F7');
  const answered = send({ type: 'answer', connectionId: first(0, 'alerting').connectionId });
  at(52.32);
  put({ kind: 'outcome', id: answered, outcome: { status: 'done' }, learned: false });
  tell({ type: 'call', cause: 'established', call: first(time, 'connected') });
  quiet(55, 90);
  at(92);
  key('holdResume', 'F8');
  const held = send({ type: 'hold', connectionId: first(0, 'alerting').connectionId });
  at(92.1);
  put({ kind: 'outcome', id: held, outcome: { status: 'done' }, learned: false });
  tell({ type: 'call', cause: 'held', call: first(time, 'hold') });
  quiet(95, 128);
  at(130);
  key('hangUp', null, 'click');
  const refused = send({
    type: 'transfer',
    connectionId: first(0, 'alerting').connectionId,
    to: first(0, 'hold').party.number ?? fallback,
  });
  at(130.2);
  put({ kind: 'outcome', id: refused, outcome: { status: 'refused', code: 'cannotDial' }, learned: false });
  at(140);
  tell({ type: 'callCleared', cause: 'connectionCleared', connectionId: first(0, 'alerting').connectionId });
  see(null);
  quiet(145, 230);

  const second = oneCall(2, 'line-39003', 'ahaddad', 'Sofia Rossi', '1044');
  at(231);
  tell({ type: 'call', cause: 'delivered', call: second(time, 'alerting') });
  see(second(time, 'alerting'));
  const third = oneCall(3, 'line-39002', 'jtanaka', '林怡君 Lin Yi-Chun', '+886255500199');
  at(236);
  key('answer', 'F7');
  const taken = send({ type: 'answer', connectionId: second(0, 'alerting').connectionId });
  at(236.2);
  put({ kind: 'outcome', id: taken, outcome: { status: 'done' }, learned: false });
  tell({ type: 'call', cause: 'established', call: second(time, 'connected') });
  quiet(240, 290);
  at(292);
  tell({ type: 'call', cause: 'delivered', call: third(time, 'alerting') });
  quiet(295, 313);
  at(314.2);
  see(second(0, 'connected'), 'reach');
  at(318.902);
  key('transfer', 'F6');
  at(318.905);
  const lost = send({
    type: 'transfer',
    connectionId: second(0, 'alerting').connectionId,
    to: third(0, 'alerting').party.number ?? fallback,
  });
  see(second(0, 'connected'));
  at(319.371);
  put({
    kind: 'linkEntry',
    entry: { kind: 'lost', at: demoStart + time, server: 'primary', problem: 'unreachable', wasLive: true },
  });
  put({ kind: 'transition', from: 'live', on: 'lost', to: 'connecting', server: 'backup', generation: 7 });
  setLink({ phase: 'connecting', server: 'backup', resuming: true });
  at(320.418);
  put({ kind: 'outcome', id: lost, outcome: { status: 'unknown' }, learned: false });
  at(322.633);
  setLink({ phase: 'live', server: 'backup', since: demoStart + time, roundTripMs: 14 });
  put({
    kind: 'linkEntry',
    entry: { kind: 'live', at: demoStart + time, server: 'backup', awayMs: 3_262, failover: true },
  });
  setConsole(
    ConsoleState.parse({ ...busy(demoStart), calls: [second(236_200, 'connected'), third(292_000, 'alerting')] }),
  );
  at(322.9);
  put({ kind: 'outcome', id: lost, outcome: { status: 'refused', code: 'staleState' }, learned: true });
  quiet(325, 340, 'backup');
  at(341);
  tell({ type: 'callCleared', cause: 'transferred', connectionId: second(0, 'alerting').connectionId });
  at(349);
  tell({ type: 'callCleared', cause: 'connectionCleared', connectionId: third(0, 'alerting').connectionId });
  put({ kind: 'search', length: 4, outcome: 'found', count: 7 });
  quiet(355, 600, 'backup');
  for (let round = 0; round < more; round += 1) {
    const start = 610 + round * 60;
    const call = oneCall(10 + round, 'line-39002', 'jtanaka', `Caller ${round % 40}`, String(2_000 + (round % 40)));
    quiet(start, start + 20, 'backup');
    at(start + 21);
    tell({ type: 'call', cause: 'delivered', call: call(time, 'alerting') });
    at(start + 25);
    tell({ type: 'call', cause: 'established', call: call(time, 'connected') });
    at(start + 50);
    tell({ type: 'callCleared', cause: 'connectionCleared', connectionId: call(0, 'alerting').connectionId });
  }
  at(606.6 + more * 60);
  put({ kind: 'problem', where: 'history', code: 'ENOSPC' });
  checkpoint();
  put({ kind: 'end' });
  return { text: lines.join('') };
}

function oneCall(number: number, lineId: string, managerId: string, name: string, digits: string) {
  const began = new Map<string, number>();
  return (time: number, state: CallView['state']): CallView => {
    const start = began.get('start') ?? time;
    if (!began.has('start')) began.set('start', time);
    const call: Loose<CallView> = {
      connectionId: `k${number}@${lineId}`,
      callId: `k${number}`,
      lineId,
      state,
      direction: 'in',
      party: { number: digits, name },
      managerId,
      forwardedBy: null,
      startedAt: demoStart + start,
      answeredAt: state === 'alerting' ? null : demoStart + start + 5_000,
      stateSince: demoStart + time,
      parties: 2,
      members: [],
      consultation: null,
    };
    return ConsoleState.shape.calls.element.parse(call);
  };
}

const fallback = ConsoleState.shape.me.shape.dn.parse('2001');
