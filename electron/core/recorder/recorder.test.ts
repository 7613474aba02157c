import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, nothingYet } from '../../../shared/session/fold';
import type { SessionEvent } from '../../../shared/session/format';
import { anyInput, privateTextIn } from '../../../shared/session/maskTesting';
import { World, kindsOf, opened, recordAll, usual, wholeOf } from './testing';

const news = (seq: number): SessionEvent => ({
  kind: 'events',
  events: [{ epoch: 1, seq, at: 0, event: { type: 'service', service: { callControl: 'up', filtering: 'up' } } }],
  clockOffsetMs: 0,
});

describe('the recorder', () => {
  it('writes what it is told, from a checkpoint to the end', async () => {
    const world = new World();
    world.recorder.turn(true);
    recordAll(world, 3);
    await world.recorder.flushed();
    world.recorder.close();
    const recording = await opened(await wholeOf(world));
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
        const text = await wholeOf(world);
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
    const recording = await opened(await wholeOf(world));
    expect(kindsOf(recording)).toEqual(['checkpoint', 'view', 'view', 'view']);
    expect(recording.stateAt(2).view.overlay).toBe('about');
    world.recorder.close();
  });

  it('takes a checkpoint at least every 500 events, however many come at once', async () => {
    const world = new World();
    world.recorder.turn(true);
    for (let n = 1; n <= 2_600; n += 1) world.recorder.record(news(n));
    await world.recorder.flushed();
    const kinds = kindsOf(await opened(await wholeOf(world)));
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
    const verdict = await (await opened(await wholeOf(world))).verify();
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
    expect(kindsOf(await opened(await wholeOf(world)))).toEqual(['checkpoint', 'end']);
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
    const recording = await opened(await wholeOf(world));
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
    expect((await opened(await wholeOf(world))).count).toBeGreaterThan(20_000);
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
