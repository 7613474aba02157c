/** A long day of one assistant with 33 managers of five lines each: what its console went through, line by line as the recorder writes it. */
import { createHmac } from 'node:crypto';
import { reduce } from '../../../shared/calls/reduce';
import type { CallView, ConsoleEvent, ConsoleState, ManagerView } from '../../../shared/calls/model';
import { CallId, CommandId, connectionIdOf, Dn, LineId, UserId } from '../../../shared/ids';
import type { Command } from '../../../shared/protocol/commands';
import type { SessionEvent } from '../../../shared/session/format';
import { Pseudonyms } from '../../../shared/session/pseudonyms';
import { checkpointEvery, SessionWriter, type LiveState } from '../../../shared/session/write';
import { seeded, type Random } from '../random';

const managers = 33;
const linesEach = 5;
const began = 1_795_000_000_000;
const callers = 4_000;

/** At most so many lines after the header; a few less, since a call is told to its end. */
export function* recordedSession(count: number): Generator<string> {
  const day = new Day(seeded(6));
  yield day.header();
  while (day.lines < count) yield* day.next();
}

class Day {
  lines = 0;
  readonly #writer: SessionWriter;
  readonly #live: LiveState & { console: ConsoleState };
  #at = 0;
  #calls = 0;
  #commands = 0;
  #seq = 0;
  #sinceCheckpoint = 0;
  /** What the console held before the event that is being told. */
  #before: LiveState = { link: { phase: 'signedOut', failure: null }, console: null, clockOffsetMs: 0 };

  constructor(private readonly random: Random) {
    const digest = (text: string) => createHmac('sha256', 'a key of this benchmark').update(text).digest('base64');
    const described = { appVersion: '0.1.0', startedAt: began, recording: 'bench', host: 'browser', platform: 'linux' };
    this.#writer = new SessionWriter({ ...described, host: 'browser' }, new Pseudonyms(digest));
    this.#live = {
      link: { phase: 'live', server: 'primary', since: began, roundTripMs: 2 },
      console: consoleOf(),
      clockOffsetMs: 12,
    };
  }

  header(): string {
    return this.#writer.header(0);
  }

  *next(): Generator<string> {
    if (this.lines === 0) {
      yield* this.#tell({ kind: 'link', link: this.#live.link });
      yield* this.#tell({ kind: 'console', console: this.#live.console, clockOffsetMs: 12 });
    }
    const { calls } = this.#live.console;
    // Around twenty calls at a time.
    if (calls.length < 10 || (calls.length < 30 && this.random.next() < 0.5)) yield* this.#ring();
    else yield* this.#goOn(this.random.pick(calls));
    if (this.random.next() < 0.2) yield* this.#heartbeat();
  }

  *#ring(): Generator<string> {
    const { console } = this.#live;
    const line = this.random.pick(console.lines);
    const caller = this.random.below(callers);
    const callId = CallId.parse(`c${this.#calls++}`);
    const call: CallView = {
      connectionId: connectionIdOf(callId, line.lineId),
      callId,
      lineId: line.lineId,
      state: 'alerting',
      direction: 'in',
      party: { number: Dn.parse(`+49301${100_000 + caller}`), name: `Ms Caller Number ${caller}` },
      managerId: line.managerId,
      forwardedBy: null,
      startedAt: began + this.#at,
      answeredAt: null,
      stateSince: began + this.#at,
      parties: 2,
      members: [],
      consultation: null,
    };
    yield* this.#events({ type: 'call', cause: 'delivered', call });
  }

  *#goOn(call: CallView): Generator<string> {
    const { connectionId } = call;
    const now = began + this.#at;
    const become = (state: CallView['state'], cause: 'established' | 'held' | 'retrieved'): ConsoleEvent => ({
      type: 'call',
      cause,
      call: { ...call, state, stateSince: now, answeredAt: call.answeredAt ?? now },
    });
    const chance = this.random.next();
    if (call.state === 'alerting') {
      yield* this.#press('answer', 'F7', { type: 'answer', connectionId });
      yield* this.#events(become('connected', 'established'));
    } else if (chance < 0.3) {
      yield* this.#press('hold', 'F8', { type: 'hold', connectionId });
      yield* this.#events(become('hold', 'held'));
    } else if (chance < 0.6) {
      yield* this.#events(become('connected', 'retrieved'));
    } else if (chance < 0.8) {
      const to = this.random.pick(this.#live.console.managers).dn;
      yield* this.#press('transfer', 'F9', { type: 'transfer', connectionId, to });
      yield* this.#events({ type: 'callCleared', cause: 'transferred', connectionId });
    } else {
      yield* this.#manager();
      yield* this.#events({ type: 'callCleared', cause: 'connectionCleared', connectionId });
    }
  }

  *#press(
    command: string,
    keys: string,
    sent: Command & { connectionId: CallView['connectionId'] },
  ): Generator<string> {
    const id = CommandId.parse(`k${this.#commands++}`);
    const view = { selected: sent.connectionId, selectedManager: null, overlay: null };
    yield* this.#tell({ kind: 'view', view });
    yield* this.#tell({ kind: 'intent', intent: { way: 'key', command, keys } });
    yield* this.#tell({ kind: 'command', id, command: sent });
    yield* this.#tell({ kind: 'outcome', id, outcome: { status: 'done' }, learned: false });
  }

  *#manager(): Generator<string> {
    const manager = this.random.pick(this.#live.console.managers);
    yield* this.#events({ type: 'manager', manager: { ...manager, doNotDisturb: !manager.doNotDisturb } });
  }

  *#heartbeat(): Generator<string> {
    const ms = 1 + this.random.below(5);
    yield* this.#tell({ kind: 'linkEntry', entry: { kind: 'roundTrip', at: began + this.#at, server: 'primary', ms } });
  }

  *#events(event: ConsoleEvent): Generator<string> {
    this.#live.console = reduce(this.#live.console, event);
    const stamped = { epoch: 1, seq: this.#seq++, at: began + this.#at, event };
    yield* this.#tell({ kind: 'events', events: [stamped], clockOffsetMs: 12 });
  }

  *#tell(event: SessionEvent): Generator<string> {
    this.#at += this.random.below(200);
    const moment = { tMono: this.#at + 0.25, tWall: began + this.#at };
    if (this.lines === 0 || this.#sinceCheckpoint >= checkpointEvery) {
      yield this.#writer.checkpoint(this.lines === 0 ? { ...this.#live, console: null } : this.#before, moment);
      this.#sinceCheckpoint = 0;
      this.lines++;
    }
    yield this.#writer.line(event, moment);
    this.#sinceCheckpoint++;
    this.lines++;
    this.#before = { ...this.#live };
  }
}

function consoleOf(): ConsoleState {
  const maya = UserId.parse('maya');
  const views = Array.from({ length: managers }, (_, at): ManagerView => {
    const managerId = UserId.parse(`manager-${at}`);
    return {
      managerId,
      name: `Dr. Manager Number ${at}`,
      dn: Dn.parse(String(4_000 + at)),
      assistants: [{ userId: maya, name: 'Maya Assistant', online: true }],
      defaultAssistant: maya,
      activeAssistant: maya,
      currentCall: null,
      forwardedTo: null,
      intercomDn: Dn.parse(String(5_000 + at)),
      hasVoicemail: true,
      messageWaiting: false,
      doNotDisturb: false,
      assistantWatch: true,
      alertTone: true,
      divertAll: false,
      divertTarget: { kind: 'activeAssistant' },
      filterOn: true,
      filterMode: 'inclusive',
      inclusive: ['4930*', '+4420*'],
      exclusive: [],
    };
  });
  return {
    me: { userId: maya, name: 'Maya Assistant', dn: Dn.parse('2001'), online: true, redirectTo: null },
    mode: 'proxy',
    lines: views.flatMap(({ managerId, name }, manager) =>
      Array.from({ length: linesEach }, (_, line) => ({
        lineId: LineId.parse(`line-${manager}-${line}`),
        dn: Dn.parse(String(60_000 + manager * 10 + line)),
        kind: 'manager' as const,
        managerId,
        label: name,
        inUseElsewhere: false,
      })),
    ),
    calls: [],
    managers: views,
    service: { callControl: 'up', filtering: 'up' },
    divertAllAppliesToFiltered: false,
  };
}
