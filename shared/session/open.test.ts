import { describe, expect, it } from 'vitest';
import { fold, nothingYet } from './fold';
import { openRecording } from './open';
import { bytesOf, checkpointOf, fileOf, header, lineOf, recorded, session } from './openTesting';
import type { Recording } from './recording';
import { still } from './seek';

const events = recorded(session);

async function opened(bytes: Uint8Array): Promise<Recording> {
  const result = await openRecording(bytes);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('openRecording', () => {
  it('reads every event as it was written', async () => {
    const recording = await opened(fileOf(events));
    expect(recording.header).toEqual(header);
    expect(recording.count).toBe(events.length);
    expect(recording.damages).toEqual([]);
    expect(recording.torn).toBe(false);
    for (const [at, event] of events.entries()) {
      const times = { seq: at, tMono: at * 100, tWall: header.startedAt + at * 100 };
      expect(recording.event(at)).toEqual({ ...times, event });
      expect(recording.kindOf(at)).toBe(event.kind);
      expect([recording.timeOf(at), recording.wallOf(at)]).toEqual([times.tMono, times.tWall]);
      expect(recording.raw(at)).toBe(lineOf(at, event));
    }
  });

  it('knows the state at every moment, in whatever order it is asked', async () => {
    const recording = await opened(fileOf(events));
    const states = events.map((_, at) => events.slice(0, at + 1).reduce(fold, nothingYet));
    const places = [...states.keys()];
    for (const at of [...places.toReversed(), ...places, 3, 30, 4]) expect(recording.stateAt(at)).toEqual(states[at]);
    expect(recording.stateAt(-1)).toEqual(nothingYet);
    expect(recording.stateAt(1e9)).toEqual(states.at(-1));
  });

  it('agrees with its checkpoints', async () => {
    const recording = await opened(fileOf(events));
    const checkpoints = events.filter(({ kind }) => kind === 'checkpoint').length;
    expect(await recording.verify()).toEqual({ checkpoints, agree: checkpoints, divergences: [] });
  });

  it('names the first path that differs, and goes on from what was recorded', async () => {
    const wrong = events.map((event) => {
      if (event.kind !== 'checkpoint' || event.state.console?.calls.length !== 1) return event;
      const { console } = event.state;
      const calls = console.calls.map((call) => ({ ...call, parties: 3 }));
      return checkpointOf({ ...event.state, console: { ...console, calls } });
    });
    const recording = await opened(fileOf(wrong));
    const { agree, checkpoints, divergences } = await recording.verify();
    expect(agree).toBeLessThan(checkpoints);
    expect(divergences[0]).toMatchObject({ path: 'console.calls[0].parties', recorded: '3', replayed: '2' });
    expect(divergences.every(({ at }) => recording.kindOf(at) === 'checkpoint')).toBe(true);
    expect(agree + divergences.length).toBe(checkpoints);
  });

  it('finds places by time', async () => {
    const recording = await opened(fileOf(events));
    expect(recording.indexAt(-1)).toBe(-1);
    expect(recording.indexAt(0)).toBe(0);
    expect(recording.indexAt(250)).toBe(2);
    expect(recording.indexAt(1e9)).toBe(events.length - 1);
  });

  it('finds text regardless of case', async () => {
    const recording = await opened(fileOf(events));
    const holding = (text: string) =>
      events.flatMap((event, at) => (lineOf(at, event).toLowerCase().includes(text.toLowerCase()) ? [at] : []));
    for (const text of ['caller-2', 'CONNECTION-3', '"F7"', 'r', 'nobody', 'É', 'Ω']) {
      expect(recording.find(text, 0, events.length), text).toEqual(holding(text));
    }
    expect(holding('CONNECTION-3').length).toBeGreaterThan(2);
    expect(recording.find('caller-2', 20, 21)).toEqual(holding('caller-2').filter((at) => at === 20));
    expect(recording.find('', 0, events.length)).toEqual([]);
  });

  it('tells marks', async () => {
    const ring = { type: 'ring', who: 'Caller-1 ]} "' } as const;
    const lines = events.map((event, seq) => lineOf(seq, event, seq === 4 ? [ring, { type: 'hold' }] : undefined));
    const recording = await opened(bytesOf([JSON.stringify(header), ...lines]));
    expect(recording.marks).toEqual([
      { ...ring, at: 4 },
      { type: 'hold', at: 4 },
    ]);
    expect(recording.count).toBe(events.length);
  });

  it('reads lines in any order of keys, with carriage returns and blank lines, the same', async () => {
    const turned = (line: string) => {
      const value: unknown = JSON.parse(line);
      return JSON.stringify(Object.fromEntries(Object.entries(value ?? {}).toReversed()));
    };
    const lines = events.map((event, seq) => turned(lineOf(seq, event, [{ type: 'ring' }])));
    const bytes = new TextEncoder().encode(`${[JSON.stringify(header), '', ...lines].join('\r\n\r\n')}\r\n`);
    const recording = await opened(bytes);
    const usual = await opened(fileOf(events));
    expect([recording.count, recording.damages, recording.torn]).toEqual([events.length, [], false]);
    for (let at = 0; at < events.length; at++) {
      expect(recording.event(at)).toEqual(usual.event(at));
      expect(recording.wallOf(at)).toBe(usual.wallOf(at));
    }
    expect(recording.marks).toHaveLength(events.length);
  });

  it('breathes between portions', async () => {
    const filler = ' '.repeat(3_000_000);
    const lines = events.slice(0, 20).map((event, seq) => lineOf(seq, event).replace(/\}\}$/, `}${filler}}`));
    const told: number[] = [];
    const result = await openRecording(bytesOf([JSON.stringify(header), ...lines]), (done) => {
      told.push(done);
      return Promise.resolve();
    });
    expect(result.ok && result.value.count).toBe(20);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.every((done) => done > 0 && done < 1)).toBe(true);
  });

  it('needs to read no event that changes nothing', () => {
    for (const event of events) if (still.has(event.kind)) expect(fold(nothingYet, event)).toBe(nothingYet);
    expect(still.size).toBe(7);
  });
});
