import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandId } from '../ids';
import { fold, nothingYet } from './fold';
import { Header, Line, SessionEvent } from './format';
import type { ReplayState } from './format';
import { hashOf } from './hash';
import { anyInput, privateTextIn } from './maskTesting';
import { callOf, console_ } from './openTesting';
import { Pseudonyms } from './pseudonyms';
import { SessionWriter } from './write';

const described = { appVersion: '1.2.3', startedAt: 5, recording: 'r', host: 'desktop', platform: 'linux' } as const;
const fresh = () => new SessionWriter(described, new Pseudonyms((text) => `digest of ${text}`));
const at = (tMono: number) => ({ tMono, tWall: 1_000_000 + tMono });

function parsed(text: string): { readonly line: Line; readonly event: SessionEvent } {
  const line = Line.parse(JSON.parse(text));
  return { line, event: SessionEvent.parse({ kind: line.kind, ...line.payload }) };
}

describe('a recording', () => {
  it('of any session replays, checkpoint by checkpoint, to the state the core had', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (events, every) => {
        const writer = fresh();
        let live: ReplayState = nothingYet;
        const text = [writer.header(0), writer.checkpoint(live, at(0))];
        for (const [index, event] of events.entries()) {
          live = fold(live, event);
          text.push(writer.line(event, at(index)));
          if (index % every === 0) text.push(writer.checkpoint(live, at(index)));
        }
        const [header = '', ...lines] = text.join('').trimEnd().split('\n');
        expect(Header.parse(JSON.parse(header))).toMatchObject({ part: 0, recording: 'r' });
        let state = nothingYet;
        for (const [index, written] of lines.entries()) {
          const { line, event } = parsed(written);
          expect(line.seq).toBe(index);
          if (event.kind === 'checkpoint') {
            expect(hashOf(state)).toBe(event.hash);
            expect(hashOf(event.state)).toBe(event.hash);
          }
          state = fold(state, event);
        }
        expect(state).toEqual(writer.state);
        expect(privateTextIn(text.join(''))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('has the frame of each line before its payload, in one order', () => {
    const writer = fresh();
    writer.line({ kind: 'console', console: console_, clockOffsetMs: 0 }, at(1));
    const event = { type: 'call', cause: 'delivered', call: callOf(1, 'alerting') } as const;
    const ring = writer.line(
      { kind: 'events', events: [{ epoch: 1, seq: 1, at: 0, event }], clockOffsetMs: 0 },
      { tMono: 12.345, tWall: 99.7 },
    );
    expect(ring).toMatch(
      /^\{"seq":1,"tMono":12\.3,"tWall":100,"marks":\[\{"type":"ring","connectionId":"connection-1","who":"Caller-1"\}\],"kind":"events","payload":\{"events":\[.*\}\n$/,
    );
    expect(writer.line({ kind: 'end' }, at(2))).toBe('{"seq":2,"tMono":2,"tWall":1000002,"kind":"end","payload":{}}\n');
  });

  it('goes on with the next number after what could not be written, and knows what it was', () => {
    const writer = fresh();
    writer.checkpoint(nothingYet, at(0));
    const view = { selected: null, selectedManager: null, overlay: 'dial' };
    writer.unwritten({ kind: 'view', view });
    expect(parsed(writer.line({ kind: 'gap', why: 'storage' }, at(1))).line.seq).toBe(1);
    expect(parsed(writer.checkpoint(nothingYet, at(1))).event).toMatchObject({ state: { view } });
  });

  it('numbers lines anew that have come to nothing', () => {
    const writer = fresh();
    writer.checkpoint(nothingYet, at(0));
    const { seq } = writer;
    writer.line({ kind: 'gap', why: 'storage' }, at(1));
    writer.takeBack(seq);
    expect(parsed(writer.line({ kind: 'gap', why: 'storage' }, at(2))).line.seq).toBe(1);
  });

  it('a checkpoint is what the core says, not what the recording believes: a difference is there to be found', () => {
    const writer = fresh();
    writer.line({ kind: 'console', console: console_, clockOffsetMs: 7 }, at(0));
    const { event } = parsed(writer.checkpoint({ ...nothingYet, clockOffsetMs: 8 }, at(1)));
    expect(event).toMatchObject({ state: { console: null, clockOffsetMs: 8 } });
    expect(writer.state).toMatchObject({ console: null, clockOffsetMs: 8 });
  });

  it('commands on their way are the same before and after a checkpoint', () => {
    const writer = fresh();
    const { connectionId } = callOf(1, 'alerting');
    const id = CommandId.parse('7e57');
    writer.line({ kind: 'command', id, command: { type: 'answer', connectionId } }, at(0));
    const before = writer.state;
    expect(before.pending).toHaveLength(1);
    writer.checkpoint(nothingYet, at(1));
    expect(writer.state).toEqual(before);
    writer.line({ kind: 'outcome', id, outcome: { status: 'done' }, learned: false }, at(2));
    expect(writer.state.pending).toEqual([]);
  });
});

describe('the state of a recording', () => {
  const id = (n: number) => CommandId.parse(`command-${n}`);
  const command = (n: number): SessionEvent => ({
    kind: 'command',
    id: id(n),
    command: { type: 'setOnline', online: true },
  });
  const outcome = (n: number, status: 'done' | 'unknown', learned = false): SessionEvent => ({
    kind: 'outcome',
    id: id(n),
    outcome: { status },
    learned,
  });
  const after = (...events: SessionEvent[]) => events.reduce(fold, nothingYet);

  it('shows a command until it is answered, and one of unknown outcome until the truth is learned', () => {
    expect(after(command(1), command(2), outcome(1, 'done')).pending).toMatchObject([
      { id: 'command-2', status: 'sent' },
    ]);
    expect(after(command(1), command(2), outcome(1, 'unknown')).pending).toMatchObject([
      { id: 'command-1', status: 'unknown' },
      { id: 'command-2', status: 'sent' },
    ]);
    expect(after(command(1), outcome(1, 'unknown'), outcome(1, 'done', true)).pending).toEqual([]);
  });

  it('forgets the oldest of too many', () => {
    const all = Array.from({ length: 205 }, (_, n) => command(n));
    expect(after(...all).pending).toHaveLength(200);
    expect(after(...all).pending[0]?.id).toBe('command-5');
  });

  it('at logout forgets the calls and the commands, and knows what is open on the screen', () => {
    const view = { selected: null, selectedManager: null, overlay: 'preferences' };
    const all: SessionEvent[] = [
      { kind: 'console', console: console_, clockOffsetMs: 7 },
      { kind: 'view', view },
      command(1),
      { kind: 'console', console: null, clockOffsetMs: 0 },
    ];
    expect(after(...all)).toEqual({ ...nothingYet, view });
  });
});
