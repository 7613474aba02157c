/** The recorder and its files: a disk that is full, a clock that is wrong, files that are changed and deleted. */
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../shared/session/format';
import { World, kindsOf, opened, recordAll, usual, wholeOf } from './testing';

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
    const recording = await opened(await wholeOf(world));
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
    const recording = await opened(await wholeOf(world));
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
    const recording = await opened(await wholeOf(world));
    expect(recording.header.part).toBeGreaterThan(0);
    expect((await recording.verify()).divergences).toEqual([]);
  });
});
