import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, nothingYet } from '../../../shared/session/fold';
import type { SessionEvent } from '../../../shared/session/format';
import { anyInput, privateTextIn } from '../../../shared/session/maskTesting';
import { World, kindsOf, opened, whole as textOf } from './testing';

const search = (length: number): SessionEvent => ({ kind: 'search', length, outcome: 'found', count: 1 });
const news = (seq: number): SessionEvent => ({
  kind: 'events',
  events: [{ epoch: 1, seq, at: 0, event: { type: 'service', service: { callControl: 'up', filtering: 'up' } } }],
  clockOffsetMs: 0,
});
const usual = { partBytes: 16_000_000, totalBytes: 200_000_000, ageMs: 1_000_000 };

function recordAll(world: World, count: number, from = 0): void {
  for (let n = 0; n < count; n += 1) world.recorder.record(search(from + n));
}

async function whole(world: World): Promise<string> {
  const id = world.recorder.writing?.id ?? (await world.recordings.list())[0]?.id ?? '';
  return (await textOf(await world.recordings.read(id))) ?? '';
}

describe('the recorder', () => {
  it('writes what it is told, from a checkpoint to the end', async () => {
    const world = new World();
    world.recorder.turn(true);
    recordAll(world, 3);
    await world.recorder.flushed();
    world.recorder.close();
    const recording = await opened(await whole(world));
    expect(kindsOf(recording)).toEqual(['checkpoint', 'search', 'search', 'search', 'end']);
    expect(recording).toMatchObject({ torn: false, damages: [], header: { host: 'desktop', appVersion: '0.0.0' } });
    expect(world.told).toEqual(['recording']);
  });

  it('any session is recorded masked, and every checkpoint agrees', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyInput, { maxLength: 12 }), { maxLength: 5 }), async (tasks) => {
        const world = new World({ ...usual, partBytes: 3_000 });
        world.recorder.turn(true);
        let state = nothingYet;
        for (const task of tasks) {
          for (const event of task) {
            state = fold(state, event);
            world.live = state;
            world.recorder.record(event);
          }
          world.clock.pass(1_000);
          await world.recorder.flushed();
          await new Promise(setImmediate);
        }
        world.recorder.close();
        const text = await whole(world);
        expect(privateTextIn(text)).toBeNull();
        const verdict = await (await opened(text)).verify();
        expect(verdict.divergences).toEqual([]);
        expect(verdict.checkpoints).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('a view that is told again is not written again', async () => {
    const world = new World();
    world.recorder.turn(true);
    const view = (overlay: string | null) =>
      world.recorder.record({ kind: 'view', view: { selected: null, selectedManager: null, overlay } });
    [null, null, 'about', 'about', null].forEach(view);
    await world.recorder.flushed();
    const recording = await opened(await whole(world));
    expect(kindsOf(recording)).toEqual(['checkpoint', 'view', 'view', 'view']);
    expect(recording.stateAt(2).view.overlay).toBe('about');
    world.recorder.close();
  });

  it('takes a checkpoint at least every 500 events, however many come at once', async () => {
    const world = new World();
    world.recorder.turn(true);
    for (let n = 1; n <= 2_600; n += 1) world.recorder.record(news(n));
    await world.recorder.flushed();
    const kinds = kindsOf(await opened(await whole(world)));
    const places = kinds.flatMap((kind, at) => (kind === 'checkpoint' ? [at] : []));
    expect(places).toEqual([0, 501, 1_002, 1_503, 2_004, 2_505]);
    world.recorder.close();
  });

  it('takes no checkpoint between the two pushes of one sign-out', async () => {
    const world = new World();
    world.recorder.turn(true);
    // A server that is given up before it had told its state, and whose clock was another.
    const link = { phase: 'connecting', server: 'primary', resuming: false } as const;
    world.live = { ...nothingYet, link, clockOffsetMs: 7 };
    world.recorder.record({ kind: 'link', link });
    world.recorder.record({ kind: 'events', events: [], clockOffsetMs: 7 });
    recordAll(world, 500);
    // As `Session` does: what it shows has changed before it is told, the clock first, the link after it.
    world.live = nothingYet;
    world.recorder.record({ kind: 'events', events: [], clockOffsetMs: 0 });
    world.recorder.record({ kind: 'link', link: nothingYet.link });
    await new Promise(setImmediate);
    await world.recorder.flushed();
    const verdict = await (await opened(await whole(world))).verify();
    expect(verdict.divergences).toEqual([]);
    expect(verdict.checkpoints).toBe(2);
    world.recorder.close();
  });

  it('what waits when the console ends is written at once, a write that is under way done again', async () => {
    const world = new World();
    let release: (value?: unknown) => void = () => undefined;
    world.recorder.turn(true);
    recordAll(world, 2);
    await world.recorder.flushed();
    world.files.held = new Promise<unknown>((resolve) => (release = resolve));
    recordAll(world, 2, 10);
    await new Promise(setImmediate);
    recordAll(world, 1, 20);
    world.recorder.close();
    const [name = ''] = world.files.names;
    const atOnce = world.files.text(name);
    expect(kindsOf(await opened(atOnce))).toEqual(['checkpoint', ...Array<string>(5).fill('search'), 'end']);
    release();
    await new Promise(setImmediate);
    expect(world.files.text(name)).toBe(atOnce);
  });

  it('records nothing any more after its end', async () => {
    const world = new World();
    world.recorder.turn(true);
    world.recorder.close();
    recordAll(world, 5);
    await new Promise(setImmediate);
    expect(kindsOf(await opened(await whole(world)))).toEqual(['checkpoint', 'end']);
  });

  it.each(['later', 'at once', 'at its end'])(
    'a mistake of its own, found %s, ends it and harms nobody',
    async (when) => {
      const world = new World();
      world.recorder.turn(true);
      recordAll(world, 1);
      await world.recorder.flushed();
      // What no type would let through.
      world.recorder.record({ kind: 'linkEntry', entry: null } as unknown as SessionEvent);
      if (when === 'at once') await world.recorder.flushed();
      if (when === 'at its end') world.recorder.close();
      else {
        world.clock.pass(1_000);
        await new Promise(setImmediate);
        expect(world.told).toEqual(['recording', 'stopped']);
        recordAll(world, 1);
        world.recorder.turn(false);
        world.recorder.turn(true);
        await world.recorder.flushed();
        expect(world.told).toEqual(['recording', 'stopped', 'off', 'recording']);
        expect(await world.recordings.list()).toHaveLength(2);
        world.recorder.close();
      }
      expect(world.files.names.map((name) => world.files.text(name)).join('')).toContain('"search"');
    },
  );

  it('drops what can not be masked in time, says so, and goes on with a checkpoint', async () => {
    const world = new World();
    world.recorder.turn(true);
    recordAll(world, 50_005);
    world.live = { ...nothingYet, clockOffsetMs: 9 };
    world.recorder.record({ kind: 'events', events: [], clockOffsetMs: 9 });
    world.recorder.record({ kind: 'view', view: { selected: null, selectedManager: null, overlay: 'dial' } });
    await world.recorder.flushed();
    recordAll(world, 1);
    await new Promise(setImmediate);
    world.recorder.close();
    const recording = await opened(await whole(world));
    const kinds = kindsOf(recording);
    const gap = kinds.indexOf('gap');
    expect(kinds.slice(gap - 1)).toEqual(['view', 'gap', 'checkpoint', 'search', 'end']);
    expect(recording.stateAt(gap + 1).view.overlay).toBe('dial');
    expect((await recording.verify()).divergences).toEqual([]);
  });
});

describe('what waits', () => {
  it('is masked in portions, also when it is asked for, while others have their turn', async () => {
    const world = new World();
    world.recorder.turn(true);
    recordAll(world, 20_000);
    let turns = 0;
    let done = false;
    const turn = () => {
      turns += 1;
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    await world.recorder.flushed();
    done = true;
    // The hand of this clock stands still: without a bound per portion there would be one.
    expect(turns).toBeGreaterThan(20);
    expect((await opened(await whole(world))).count).toBeGreaterThan(20_000);
    world.recorder.close();
  });

  it('when a recording is switched off is written later, and by the end of the console at the latest', async () => {
    const world = new World();
    world.recorder.turn(true);
    const first = world.recorder.writing?.id ?? '';
    recordAll(world, 2_000);
    world.recorder.turn(false);
    world.recorder.turn(true);
    recordAll(world, 10);
    world.recorder.close();
    const kinds = kindsOf(await opened(await world.recordings.read(first)));
    expect(kinds.filter((kind) => kind === 'search')).toHaveLength(2_000);
    expect(kinds.slice(-2)).toEqual(['gap', 'end']);
    expect(world.files.names).toHaveLength(2);
    await world.recorder.flushed();
  });
});

describe('the preference', () => {
  it('off stops at once, on begins anew', async () => {
    const world = new World();
    world.recorder.turn(false);
    recordAll(world, 1);
    world.recorder.turn(true);
    const first = world.recorder.writing?.id ?? '';
    const view = { selected: null, selectedManager: null, overlay: 'preferences' };
    world.recorder.record({ kind: 'view', view });
    world.recorder.turn(false);
    expect(world.recorder.view).toEqual({ status: 'off', since: null });
    recordAll(world, 7);
    world.recorder.turn(true);
    const second = world.recorder.writing?.id ?? '';
    recordAll(world, 1);
    await world.recorder.flushed();
    expect(second).not.toBe(first);
    expect(kindsOf(await opened(await world.recordings.read(first)))).toEqual(['checkpoint', 'view', 'gap', 'end']);
    const again = await opened(await world.recordings.read(second));
    expect(kindsOf(again)).toEqual(['checkpoint', 'view', 'search']);
    // It has been told while nothing was recorded.
    expect(again.stateAt(2).view).toEqual(view);
    expect(world.told).toEqual(['recording', 'off', 'recording']);
    world.recorder.close();
  });
});

describe('a disk that is full', () => {
  it('stops the recording, which goes on in a new file, after a gap, once there is room', async () => {
    const world = new World();
    world.recorder.turn(true);
    recordAll(world, 2);
    await world.recorder.flushed();
    world.files.space = 30;
    recordAll(world, 3, 10);
    await world.recorder.flushed();
    expect(world.recorder.view).toEqual({ status: 'stopped', since: null });
    recordAll(world, 3, 20);
    // Tried now and then.
    world.clock.pass(30_000);
    await world.recorder.flushed();
    expect(world.recorder.view.status).toBe('stopped');
    world.files.space = Infinity;
    world.clock.pass(30_000);
    await world.recorder.flushed();
    expect(world.told).toEqual(['recording', 'stopped', 'stopped', 'recording']);
    recordAll(world, 1, 30);
    await world.recorder.flushed();
    world.recorder.close();
    const recording = await opened(await whole(world));
    const kinds = kindsOf(recording);
    expect(kinds.slice(0, 3)).toEqual(['checkpoint', 'search', 'search']);
    expect(kinds.slice(-4)).toEqual(['gap', 'checkpoint', 'search', 'end']);
    expect(recording.damages).toMatchObject([{ lines: 3 }]);
    expect((await recording.verify()).divergences).toEqual([]);
  });

  it('from the start records nothing, harms nothing, and is told', async () => {
    const world = new World();
    world.files.space = 0;
    world.recorder.turn(true);
    recordAll(world, 3);
    await world.recorder.flushed();
    expect(world.told).toEqual(['recording', 'stopped']);
    expect(await world.recordings.list()).toEqual([]);
    expect(await world.recordings.lastMinutes(10)).toBeNull();
    world.recorder.close();
    expect(world.files.names).toEqual([]);
  });

  it('that does not answer holds nothing up and is not asked a second time', async () => {
    const world = new World();
    let release: (value?: unknown) => void = () => undefined;
    world.recorder.turn(true);
    await world.recorder.flushed();
    world.files.held = new Promise<unknown>((resolve) => (release = resolve));
    const patterns = Array.from({ length: 200 }, (_, n) => `${n}`.padStart(40, '7'));
    const large = { type: 'setPatterns', managerId: 'm', mode: 'inclusive', patterns };
    for (let n = 0; n < 9_000 && world.recorder.view.status === 'recording'; n += 1) {
      const id = `c-${n}`;
      world.recorder.record({ kind: 'command', id, command: large } as SessionEvent);
      if (n % 500 === 0) await new Promise(setImmediate);
    }
    while (world.recorder.view.status === 'recording') await new Promise(setImmediate);
    const before = world.files.names.length;
    world.clock.pass(60_000);
    await new Promise(setImmediate);
    expect(world.files.names).toHaveLength(before);
    release();
    world.files.held = null;
    await world.recorder.flushed();
    world.clock.pass(30_000);
    await world.recorder.flushed();
    expect(world.recorder.view.status).toBe('recording');
    expect(world.files.names).toHaveLength(before + 1);
    world.recorder.close();
  });
});

describe('a clock that is years ahead', () => {
  const live = (clockOffsetMs: number) => ({
    link: { phase: 'live', server: 'primary', since: 0, roundTripMs: null } as const,
    console: null,
    clockOffsetMs,
  });
  const year = 365 * 24 * 3_600_000;
  const settled = async (world: World) => {
    await world.recorder.flushed();
    await new Promise(setImmediate);
  };

  function withOldFiles(): World {
    const world = new World();
    world.clock.jump(Date.UTC(2026, 10, 22));
    world.files.now = world.clock.wall();
    world.files.writeNow('old.0.acsession', Buffer.from('old'), 0);
    return world;
  }

  it('costs no recording: not before a service has said what time it is, and not after', async () => {
    const world = withOldFiles();
    world.clock.jump(5 * year);
    world.recorder.turn(true);
    await settled(world);
    expect(world.files.names).toContain('old.0.acsession');
    world.live = live(-5 * year);
    world.recorder.record({ kind: 'link', link: world.live.link });
    await settled(world);
    expect(world.files.names).toContain('old.0.acsession');
    world.recorder.close();
  });

  it('is told from time that has passed: then what is too old goes as soon as a service says so', async () => {
    const world = withOldFiles();
    world.clock.jump(15 * 24 * 3_600_000);
    world.recorder.turn(true);
    await settled(world);
    expect(world.files.names).toContain('old.0.acsession');
    world.live = live(-2);
    world.recorder.record({ kind: 'link', link: world.live.link });
    await settled(world);
    expect(world.files.names).not.toContain('old.0.acsession');
    world.recorder.close();
  });
});

describe('files', () => {
  it('are changed when they are large: each is a recording, and all together are one', async () => {
    const world = new World({ ...usual, partBytes: 2_000 });
    world.recorder.turn(true);
    for (let round = 0; round < 10; round += 1) {
      recordAll(world, 10, round * 10);
      await new Promise(setImmediate);
      await world.recorder.flushed();
    }
    world.recorder.close();
    const names = world.files.names;
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const part = await opened(world.files.text(name));
      expect(kindsOf(part)[0]).toBe('checkpoint');
      expect((await part.verify()).divergences).toEqual([]);
    }
    const recording = await opened(await whole(world));
    expect(kindsOf(recording).filter((kind) => kind === 'search')).toHaveLength(100);
    expect(recording.damages).toEqual([]);
    const seqs = Array.from({ length: recording.count }, (_, index) => recording.event(index)?.seq);
    expect(seqs).toEqual(seqs.map((_, index) => index));
  });

  it('are changed every day', async () => {
    const world = new World();
    world.recorder.turn(true);
    recordAll(world, 1);
    await world.recorder.flushed();
    world.clock.pass(24 * 3_600_000);
    recordAll(world, 1);
    await new Promise(setImmediate);
    await world.recorder.flushed();
    expect(world.files.names).toHaveLength(2);
    world.recorder.close();
  });

  it('of old are deleted as a new one is begun, never the one that is written, nor what is not ours', async () => {
    const world = new World({ partBytes: 2_000, totalBytes: 5_000, ageMs: 1_000_000 });
    world.files.writeNow('notes.txt', Buffer.alloc(9_000), 0);
    world.files.writeNow('old.0.acsession', Buffer.from('old'), 0);
    world.files.now = world.clock.wall() + 1;
    world.recorder.turn(true);
    world.clock.pass(10);
    for (let round = 0; round < 20; round += 1) {
      recordAll(world, 10);
      world.files.now += 1;
      await new Promise(setImmediate);
      await world.recorder.flushed();
      await new Promise(setImmediate);
    }
    const names = world.files.names;
    expect(names).toContain('notes.txt');
    expect(names).not.toContain('old.0.acsession');
    const bytes = names.map((name) => (name === 'notes.txt' ? 0 : Buffer.byteLength(world.files.text(name))));
    expect(bytes.reduce((a, b) => a + b)).toBeLessThan(5_000 + 3_000);
    expect(names.length).toBeGreaterThan(2);
    // What is left is still a recording.
    world.recorder.close();
    const recording = await opened(await whole(world));
    expect(recording.header.part).toBeGreaterThan(0);
    expect((await recording.verify()).divergences).toEqual([]);
  });
});
