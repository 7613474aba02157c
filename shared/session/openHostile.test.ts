/** A recording is a file from anybody: whatever is in it, opening it answers, reading it answers, and nothing throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, nothingYet } from './fold';
import type { Mark, SessionEvent } from './format';
import { longestLine } from './indexLines';
import { isCompressed, largestRecording, openRecording } from './open';
import {
  bytesOf,
  callOf,
  checkpointOf,
  console_,
  fileOf,
  header,
  lifeOf,
  lineOf,
  recorded,
  session,
} from './openTesting';
import type { Recording } from './recording';
import { farthest } from './seek';

const events = recorded(session);
const bytes = fileOf(events);
const lines = events.map((event, seq) => lineOf(seq, event));
const head = JSON.stringify(header);

async function opened(file: Uint8Array): Promise<Recording> {
  const result = await openRecording(file);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** Everything a window or the command line would do with it. */
async function useAll(recording: Recording): Promise<void> {
  let time = -Infinity;
  for (let at = -1; at <= recording.count; at++) {
    recording.event(at);
    recording.raw(at);
    recording.stateAt(at);
    expect(Number.isFinite(recording.wallOf(at))).toBe(true);
    if (at < 0) continue;
    expect(recording.timeOf(at)).toBeGreaterThanOrEqual(time);
    time = recording.timeOf(at);
    expect(recording.indexAt(time)).toBeGreaterThanOrEqual(Math.min(at, recording.count - 1));
  }
  for (const { at } of recording.marks) expect(at).toBeLessThan(recording.count);
  for (const damage of recording.damages) {
    expect(damage.at).toBeLessThanOrEqual(recording.count);
    expect(damage.lines).toBeGreaterThan(0);
  }
  recording.find('caller', 0, recording.count);
  const { checkpoints, agree, divergences } = await recording.verify();
  expect(agree + divergences.length).toBe(checkpoints);
}

async function survives(file: Uint8Array): Promise<Recording | null> {
  const result = await openRecording(file);
  if (!result.ok) return null;
  await useAll(result.value);
  return result.value;
}

describe('a file that was cut off', () => {
  it('at any byte: what is whole before is read, nothing is called damaged, and nothing diverges', async () => {
    let whole = 0;
    for (let length = 0; length < bytes.length; length++) {
      const result = await openRecording(bytes.subarray(0, length));
      if (!result.ok) {
        expect(result.error).toBe(
          length === 0 || length >= head.length ? 'empty' : length > 50 ? 'unreadable' : result.error,
        );
        continue;
      }
      const { count, damages, torn } = result.value;
      expect(count).toBeGreaterThanOrEqual(whole);
      whole = count;
      expect(damages).toEqual([]);
      expect(torn).toBe(count < events.length);
      expect(result.value.event(count - 1)?.event).toEqual(events[count - 1]);
    }
    expect(whole).toBe(events.length);
  });

  it('and written on after it: the torn line is skipped and marked', async () => {
    const at = 12;
    const torn = [...lines.slice(0, at), `${lines[at]?.slice(0, 70)}${lines[at + 1]}`, ...lines.slice(at + 2)];
    const recording = await opened(bytesOf([head, ...torn]));
    expect(recording.damages).toEqual([{ at, lines: 2 }]);
    expect(recording.count).toBe(events.length - 2);
  });
});

describe('a damaged middle', () => {
  it.each([
    ['garbage', ['\u0000\u0001\u0002', '}{', '[1]']],
    ['zeros, as a disk leaves them', ['\0'.repeat(4_096)]],
    ['a line of another file', [head]],
    ['half a line', [(lines[9] ?? '').slice(0, 40)]],
    ['a line that was there before', [lines[3] ?? '']],
  ])('%s in place of lines: skipped, marked, and the next checkpoint is the truth', async (_, nonsense) => {
    const [from, to] = [9, 12];
    const recording = await opened(bytesOf([head, ...lines.slice(0, from), ...nonsense, ...lines.slice(to)]));
    expect(recording.damages).toEqual([{ at: from, lines: Math.max(nonsense.length, to - from) }]);
    expect(recording.count).toBe(events.length - (to - from));
    const later = events.findIndex((event, at) => at >= to && event.kind === 'checkpoint');
    for (let at = later; at < events.length; at++) {
      expect(recording.stateAt(at - (to - from))).toEqual(events.slice(0, at + 1).reduce(fold, nothingYet));
    }
    const { agree, checkpoints } = await recording.verify();
    expect([agree, checkpoints > 2]).toEqual([checkpoints, true]);
  });

  it('lines that are gone without a trace are told, too', async () => {
    const recording = await opened(bytesOf([head, ...lines.slice(0, 9), ...lines.slice(15)]));
    expect(recording.damages).toEqual([{ at: 9, lines: 6 }]);
    const { agree, checkpoints } = await recording.verify();
    expect(agree).toBe(checkpoints);
  });

  it('at the very end it is told, too', async () => {
    const recording = await opened(bytesOf([head, ...lines, 'nonsense', 'nonsense']));
    expect(recording.damages).toEqual([{ at: events.length, lines: 2 }]);
  });

  it('right frame, nonsense in it: no event, and the state goes on without it', async () => {
    const bad = lines.map((line, at) => (at === 7 ? line.replace(/"payload":.*/, '"payload":{"view":12}}') : line));
    const recording = await opened(bytesOf([head, ...bad]));
    expect([recording.event(7), recording.count]).toEqual([null, events.length]);
    expect(recording.stateAt(7)).toEqual(recording.stateAt(6));
    await useAll(recording);
  });

  it('a checkpoint that is not what its hash says is named', async () => {
    const at = events.findLastIndex(({ kind }) => kind === 'checkpoint');
    const bad = lines.map((line, place) => (place === at ? line.replace('"online":true', '"online":false') : line));
    expect(bad[at]).not.toBe(lines[at]);
    const { divergences } = await (await opened(bytesOf([head, ...bad]))).verify();
    expect(divergences).toMatchObject([{ at, path: 'hash' }]);
  });
});

describe('numbers that are not true', () => {
  const stamped = (seqs: readonly number[], times = seqs.map((_, at) => at)) =>
    bytesOf([head, ...seqs.map((seq, at) => lineOf(seq, { kind: 'gap', why: 'off' }, undefined, times[at]))]);

  it.each([
    ['twice', [0, 1, 1, 2, 3], 4, [{ at: 2, lines: 1 }]],
    ['all of it twice', [0, 1, 2, 0, 1, 2], 3, [{ at: 3, lines: 3 }]],
    ['one too high', [0, 1, 9_000, 3, 4], 4, [{ at: 2, lines: 1 }]],
    ['the first too high', [9_000, 1, 2, 3], 3, [{ at: 0, lines: 1 }]],
    ['one too low', [10, 11, 2, 13], 3, [{ at: 2, lines: 1 }]],
    ['some missing', [0, 1, 5], 3, [{ at: 2, lines: 3 }]],
    ['not from 0, as in a part or a clip', [70, 71, 72], 3, []],
  ])('seq: %s', async (_, seqs, count, damages) => {
    const recording = await opened(stamped(seqs));
    expect([recording.count, recording.damages]).toEqual([count, damages]);
    await useAll(recording);
  });

  it.each([
    ['back', [0, 10, 5, 20, 30], [0, 5, 5, 20, 30]],
    ['far ahead once', [0, 10, 9e12, 20, 30], [0, 10, 20, 20, 30]],
    ['far back once', [0, 10, -9e12, 20, 30], [0, 10, 10, 20, 30]],
    ['back at the second', [0, -10, 20, 30, 40], [-10, -10, 20, 30, 40]],
    ['always back', [5, 4, 3, 2, 1], [4, 4, 4, 4, 4]],
  ])('time going %s: never backwards for who reads', async (_, times, read) => {
    const recording = await opened(stamped([0, 1, 2, 3, 4], times));
    expect(times.map((__, at) => recording.timeOf(at))).toEqual(read);
    await useAll(recording);
  });

  it.each(['1e999', '-0', '1e3', '0.5', '123456789012345678', '00', '.5', 'NaN', '"1"', 'null'])(
    '%s for a time',
    async (number) => {
      const odd = lines.map((line, at) => (at === 5 ? line.replace(/"tMono":\d+/, `"tMono":${number}`) : line));
      const recording = await survives(bytesOf([head, ...odd]));
      const value = (() => {
        try {
          return JSON.parse(number) as unknown;
        } catch {
          return null;
        }
      })();
      const legal = typeof value === 'number' && Math.abs(value) <= 1e15;
      expect(recording?.count).toBe(legal ? events.length : events.length - 1);
    },
  );
});

describe('made to harm', () => {
  it.each(['tMono', 'tWall'])('no %s is so far away that a page which shows it as a date fails', async (name) => {
    const far = (at: number) => (lines[at] ?? '').replace(new RegExp(`"${name}":[0-9]+`), `"${name}":1e300`);
    // A key that stands twice: the fast way reads the first, JSON the last.
    const twice = (lines[5] ?? '').replace(/\}$/, `,"${name}":1e300,"x":{}}`);
    const recording = await opened(bytesOf([head, ...lines.slice(0, 4), far(4), twice, ...lines.slice(6)]));
    for (let at = 0; at < recording.count; at++) {
      const times = [recording.wallOf(at) + recording.timeOf(at), recording.event(at)?.tWall ?? 0];
      for (const time of times) expect(() => new Date(time).toISOString()).not.toThrow();
    }
    expect(recording.damages).toEqual([{ at: 4, lines: 1 }]);
    await useAll(recording);
  });

  it('markup and what steers terminals in names is text', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e\u0000\u001b[2J{{7*7}}__proto__';
    const evil = recorded([
      { kind: 'console', console: { ...console_, calls: [callOf(1, 'hold', name)] }, clockOffsetMs: 0 },
    ]);
    const recording = await opened(fileOf(evil));
    expect(recording.stateAt(1).console?.calls[0]?.party.name).toBe(name);
    await useAll(recording);
  });

  it('keys of prototypes change nothing', async () => {
    const evil =
      '{"seq":0,"tMono":0,"tWall":0,"kind":"gap","payload":{"why":"off","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}';
    const recording = await opened(bytesOf([head, evil]));
    expect(recording.event(0)?.event).toEqual({ kind: 'gap', why: 'off' });
    expect({}).not.toHaveProperty('polluted');
  });

  it('a key that stands twice does not make two of it', async () => {
    const evil = '{"seq":0,"tMono":0,"tWall":0,"kind":"gap","payload":{"why":"off"},"kind":"end","payload":{}}';
    const recording = await opened(bytesOf([head, evil]));
    expect(recording.event(0)).toBeNull();
    await useAll(recording);
  });

  it.each([10_000, 200_000])('brackets %i deep', async (depth) => {
    const deep = (open: string, close: string) => `${open.repeat(depth)}${close.repeat(depth)}`;
    const inPayload = `{"seq":0,"tMono":0,"tWall":0,"kind":"gap","payload":{"why":${deep('[', ']')}}}`;
    const inMarks = `{"seq":1,"tMono":0,"tWall":0,"marks":${deep('[', ']')},"kind":"gap","payload":{"why":"off"}}`;
    const objects = `{"seq":2,"tMono":0,"tWall":0,"kind":"gap","payload":{"why":"off","x":${deep('{"a":', '}').replace('{"a":}', '{}')}}}`;
    await survives(bytesOf([head, inPayload, inMarks, objects, deep('[', ']'), '['.repeat(depth), ...lines]));
    expect(await openRecording(bytesOf([deep('[', ']')]))).toMatchObject({ ok: false });
  });

  it('a line that is too long is damaged, however whole', async () => {
    const long = (lines[5] ?? '').replace(/\}\}$/, `}${' '.repeat(longestLine)}}`);
    const recording = await opened(bytesOf([head, ...lines.slice(0, 5), long, ...lines.slice(6)]));
    expect(recording.damages).toEqual([{ at: 5, lines: 1 }]);
  });

  it('no end of line at all', async () => {
    expect(await openRecording(new Uint8Array(20_000_000).fill(0x7b))).toEqual({ ok: false, error: 'notARecording' });
    expect(await openRecording(new Uint8Array(1_000_000))).toEqual({ ok: false, error: 'notARecording' });
  });

  it('too large is not even looked at', async () => {
    const large = Object.defineProperty(new Uint8Array(0), 'length', { value: largestRecording + 1 });
    expect(await openRecording(large)).toEqual({ ok: false, error: 'tooLarge' });
  });

  it('compressed bytes are told from plain ones', () => {
    expect([isCompressed(Uint8Array.of(0x1f, 0x8b, 8)), isCompressed(bytes), isCompressed(new Uint8Array(0))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('without checkpoints a step stays a step: far from all that is known it begins anew', async () => {
    const [view] = lifeOf(1).filter(({ kind }) => kind === 'view');
    const many = Array.from({ length: farthest * 2 + 200 }, (): SessionEvent => ({ kind: 'gap', why: 'off' }));
    if (view !== undefined) many.splice(farthest + 5, 1, view);
    const seen = (recording: Recording, at: number) => recording.stateAt(at).view.selected;
    const recording = await opened(fileOf(many));
    const places = [farthest * 2 + 50, farthest + 4, farthest * 2 - 1, farthest + 5, farthest * 2, farthest * 2 - 1];
    const wanted = [null, null, 'connection-1', 'connection-1', null, 'connection-1'];
    // In whatever order it is asked.
    expect(places.map((at) => seen(recording, at))).toEqual(wanted);
    for (const at of places.keys()) expect(seen(await opened(fileOf(many)), places[at] ?? 0)).toBe(wanted[at]);
    expect(await recording.verify()).toEqual({ checkpoints: 0, agree: 0, divergences: [] });
  });

  it('broken checkpoints only: what is between them is still folded', async () => {
    const broken = lines.map((line) => line.replace('"hash":', '"hush":'));
    const recording = await opened(bytesOf([head, ...broken]));
    const inputs = events.map((event): SessionEvent => (event.kind === 'checkpoint' ? { kind: 'end' } : event));
    for (const at of [30, 3, 12])
      expect(recording.stateAt(at)).toEqual(inputs.slice(0, at + 1).reduce(fold, nothingYet));
    expect((await recording.verify()).checkpoints).toBe(0);
  });

  it('marks that are none are left out, the others stay', async () => {
    const good: Mark = { type: 'failover', server: 'backup' };
    const marks = [
      '{"type":"explode"}',
      JSON.stringify(good),
      '7',
      'null',
      '{"type":"ring","who":5}',
      '{"type":"ring","server":"x"}',
      '{"type":"ring","connectionId":""}',
      '{"type":"ring","manager":[1]}',
    ];
    const withMarks = (list: string, seq: number) =>
      `{"seq":${seq},"tMono":0,"tWall":0,"marks":[${list}],"kind":"gap","payload":{"why":"off"}}`;
    const many = Array.from({ length: 101 }, () => '{"type":"ring"}').join(',');
    const recording = await opened(
      bytesOf([
        head,
        withMarks(marks.join(','), 0),
        withMarks(many, 1),
        withMarks('', 2),
        withMarks('{"type":"end",}', 3),
        withMarks('{"type":"end"}', 4),
      ]),
    );
    expect(recording.marks).toEqual([
      { ...good, at: 0 },
      { type: 'end', at: 4 },
    ]);
  });
});

describe('anything else', () => {
  it('flipped bits: what can be read is read, all else is damage', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)), { minLength: 1, maxLength: 12 }),
        async (flips) => {
          const bad = bytes.slice();
          for (const [at, bit] of flips) bad[at] = (bad[at] ?? 0) ^ (1 << bit);
          const recording = await survives(bad);
          if (recording === null) return;
          const told = recording.damages.reduce((sum, damage) => sum + damage.lines, 0);
          expect(recording.count + told).toBeGreaterThanOrEqual(events.length - flips.length * 2);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lines in any order, missing, repeated and mixed with nonsense', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...lines), fc.string(), fc.json()), { maxLength: 60 }),
        async (some) => {
          await survives(bytesOf([head, ...some]));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('bytes that mean nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.boolean(), async (noise, begins) => {
        await survives(begins ? Uint8Array.from([...new TextEncoder().encode(`${head}\n`), ...noise]) : noise);
      }),
      { numRuns: 200 },
    );
  });

  it('any events at all: the state anywhere is what folding them makes', async () => {
    const any: fc.Arbitrary<SessionEvent> = fc.constantFrom(
      ...session,
      ...lifeOf(9, true),
      checkpointOf({ ...nothingYet, console: console_ }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(any, { minLength: 1, maxLength: 80 }),
        fc.array(fc.nat(79), { minLength: 1 }),
        async (some, places) => {
          const recording = await opened(fileOf(some));
          for (const place of places) {
            const at = Math.min(place, some.length - 1);
            expect(recording.stateAt(at)).toEqual(some.slice(0, at + 1).reduce(fold, nothingYet));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
