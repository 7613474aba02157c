import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, nothingYet } from '../../../shared/session/fold';
import { anyInput } from '../../../shared/session/maskTesting';
import { World, kindsOf, opened } from './testing';

const minute = 60_000;
const caps = { partBytes: 4_000, totalBytes: 200_000_000, ageMs: 1_000_000 };

async function played(tasks: readonly (readonly Parameters<World['recorder']['record']>[0][])[], partBytes: number) {
  const world = new World({ ...caps, partBytes });
  world.recorder.turn(true);
  let state = nothingYet;
  for (const task of tasks) {
    world.clock.pass(minute / 2);
    for (const event of task) {
      state = fold(state, event);
      world.live = state;
      world.recorder.record(event);
    }
    await new Promise(setImmediate);
    await world.recorder.flushed();
  }
  return world;
}

describe('the last minutes', () => {
  it('of any session are a recording that ends like the whole, and begins with what was known then', async () => {
    const sessions = fc.array(fc.array(anyInput, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        sessions,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(2_000, 1e9),
        async (tasks, minutes, size) => {
          const world = await played(tasks, size);
          const now = world.recorder.writing?.now ?? 0;
          const full = await opened(await world.recordings.read(world.recorder.writing?.id ?? ''));
          const last = await opened(await world.recordings.lastMinutes(minutes));
          expect(last.damages).toEqual([]);
          expect((await last.verify()).divergences).toEqual([]);
          expect(kindsOf(last)[0]).toBe('checkpoint');
          expect(last.stateAt(last.count - 1)).toEqual(full.stateAt(full.count - 1));
          const from = now - minutes * minute;
          expect(last.timeOf(0)).toBeGreaterThanOrEqual(Math.min(from, full.timeOf(0)));
          // Nothing of the time asked for is missing, nothing before it is there.
          const wanted = Array.from({ length: full.count }, (_, at) => full.event(at)).filter(
            (one) => (one?.tMono ?? 0) >= from,
          );
          const there = Array.from({ length: last.count }, (_, at) => last.event(at));
          expect(there.slice(there.length - wanted.length)).toEqual(wanted);
          expect(there.length - wanted.length).toBeLessThanOrEqual(1);
          const before = full.indexAt(Math.max(0, from - 0.1));
          if (there.length > wanted.length) expect(last.stateAt(0)).toEqual(full.stateAt(before));
          world.recorder.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a recording that has ended are those before its end', async () => {
    const search = { kind: 'search', length: 1, outcome: 'found', count: 0 } as const;
    const world = await played([[search], [search], [search], [search], [search], [search]], 1e9);
    world.recorder.turn(false);
    world.clock.pass(60 * minute);
    const last = await opened(await world.recordings.lastMinutes(1));
    expect(kindsOf(last)).toEqual(['checkpoint', 'search', 'search', 'search', 'gap', 'end']);
  });

  it('after a last line that was cut off are still a recording', async () => {
    const search = { kind: 'search', length: 1, outcome: 'found', count: 0 } as const;
    const world = await played([[search], [search], [search]], 1e9);
    const [name = ''] = world.files.names;
    const whole = world.files.files.get(name);
    world.recorder.close();
    world.files.files.set(name, { changedAt: 0, bytes: (whole?.bytes ?? Buffer.alloc(0)).subarray(0, -80) });
    const last = await opened(await world.recordings.lastMinutes(60));
    expect(kindsOf(last)).toEqual(['checkpoint', 'search', 'search']);
    expect(last.torn).toBe(true);
  });
});

describe('the recordings of this machine', () => {
  it('are listed newest first; the one being written can not be deleted', async () => {
    const world = new World();
    world.files.now = world.clock.wall();
    world.recorder.turn(true);
    const first = world.recorder.writing?.id ?? '';
    world.recorder.turn(false);
    await world.recorder.flushed();
    world.clock.pass(5_000);
    world.files.now = world.clock.wall() + 10;
    world.recorder.turn(true);
    const second = world.recorder.writing?.id ?? '';
    const list = await world.recordings.list();
    expect(list.map(({ id, startedAt, endedAt, current }) => ({ id, startedAt, endedAt, current }))).toEqual([
      { id: second, startedAt: 1_005_000, endedAt: 1_005_010, current: true },
      { id: first, startedAt: 1_000_000, endedAt: 1_000_000, current: false },
    ]);
    expect(list[1]?.bytes).toBe(Buffer.byteLength(world.files.text(`${first}.0.acsession`)));
    expect(await world.recordings.delete(second)).toBe(false);
    expect(await world.recordings.delete(first)).toBe(true);
    expect(await world.recordings.delete(first)).toBe(false);
    expect(await world.recordings.read(first)).toBeNull();
    expect((await world.recordings.list()).map(({ id }) => id)).toEqual([second]);
    world.recorder.close();
  });

  it('files that are none are not listed, not read and not deleted', async () => {
    const world = new World();
    world.files.writeNow('x.0.acsession', Buffer.from('nonsense'), 0);
    world.files.writeNow('../secret', Buffer.from('secret'), 0);
    expect(await world.recordings.list()).toEqual([]);
    expect(await world.recordings.read('../secret')).toBeNull();
    expect(await world.recordings.delete('../secret')).toBe(false);
  });
});
