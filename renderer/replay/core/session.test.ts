/** A recording that is looked at, from the bytes to what the panels are given. */
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openRecording } from '../../../shared/session/open';
import { t } from '../../strings/i18n';
import { readSource } from '../opening/read';
import { askedFor } from '../opening/sources';
import { startReplayStrings } from '../strings';
import { demoRecording, demoStart } from '../testing/demo';
import { eventWords } from './eventWords';
import { momentText } from './momentText';
import { nextFound, searchEvents } from './search';
import { startSession, type Pace, type ReplaySession } from './session';
import { trackOf } from './track';
import { timeAtWall, wallAt } from './wallClock';

const { text } = demoRecording();

function sourceOf(bytes: Uint8Array<ArrayBuffer>, known: number | null = bytes.length) {
  return { name: 'a', bytes: known, stream: new Blob([bytes]).stream() };
}

const bytesOf = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

async function session(pace: Pace): Promise<ReplaySession> {
  const opened = await openRecording(bytesOf(text));
  if (!opened.ok) throw new Error(opened.error);
  return startSession(opened.value, false, pace);
}

/** Frames are run by hand. */
function steps() {
  const frames: ((now: number) => void)[] = [];
  const pace: Pace = { nextFrame: (run) => void frames.push(run), pause: () => Promise.resolve() };
  return { pace, frame: (now: number) => frames.splice(0).forEach((run) => run(now)) };
}

describe('the file', () => {
  it('is read plain or compressed, and told by its bytes, not by its name', async () => {
    for (const bytes of [bytesOf(text), new Uint8Array(gzipSync(bytesOf(text)))]) {
      const read = await readSource(sourceOf(bytes), () => undefined);
      expect(read).toMatchObject({ ok: true, value: { cut: false } });
      if (read.ok) expect(new TextDecoder().decode(read.value.bytes)).toBe(text);
    }
  });

  it('is shown as far as it goes where it was cut off', async () => {
    const packed = new Uint8Array(gzipSync(bytesOf(text)));
    const read = await readSource(sourceOf(packed.slice(0, packed.length - 20)), () => undefined);
    expect(read).toMatchObject({ ok: true, value: { cut: true } });
  });

  it('is refused where it is more than the page can hold, before and after it is uncompressed', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(1_000_000)));
    expect(await readSource(sourceOf(bomb), () => undefined, { cap: 100_000 })).toEqual({
      ok: false,
      error: 'tooLarge',
    });
    expect(await readSource(sourceOf(bytesOf(text)), () => undefined, { cap: 100 })).toEqual({
      ok: false,
      error: 'tooLarge',
    });
    expect(await readSource(sourceOf(bytesOf(text), null), () => undefined, { cap: 100 })).toMatchObject({ ok: false });
  });

  it('says so where there is nothing in it, or nothing but nonsense', async () => {
    expect(await readSource(sourceOf(bytesOf('')), () => undefined)).toEqual({ ok: false, error: 'empty' });
    const nonsense = new Uint8Array([0x1f, 0x8b, 1, 2, 3]);
    expect(await readSource(sourceOf(nonsense), () => undefined)).toEqual({ ok: false, error: 'unreadable' });
  });

  it('tells how far it is', async () => {
    const told: (number | null)[] = [];
    await readSource(sourceOf(bytesOf(text)), (done) => told.push(done));
    expect(told.at(-1)).toBe(1);
  });

  it('of the host is asked for by its id and nothing else', () => {
    expect(askedFor('?open=20261122-115804')).toBe('20261122-115804');
    for (const bad of ['', '?open=', '?open=../secret', '?open=a%2Fb', `?open=${'a'.repeat(65)}`])
      expect(askedFor(bad)).toBeNull();
  });
});

describe('the session', () => {
  it('gives the panels the moment at the playhead, and their actions do nothing', async () => {
    const { pace } = steps();
    const { play, app, recording, view } = await session(pace);
    play({ type: 'seek', time: 60_000 });
    const { at } = view.getState().player;
    expect(app.store.getState().console).toEqual(recording.stateAt(at).console);
    expect(app.store.getState().console?.calls).toHaveLength(1);
    const before = app.store.getState();
    const [call] = before.console?.calls ?? [];
    if (call === undefined) throw new Error('a call is there');
    app.actions.send({ type: 'hangUp', connectionId: call.connectionId });
    app.actions.select(null);
    app.actions.toast('bad', 'no');
    expect(await app.actions.sendQuietly({ type: 'hangUp', connectionId: call.connectionId })).toBe('unknown');
    expect(app.store.getState()).toBe(before);
  });

  it('plays frame by frame, and stops when it is paused or ended', async () => {
    const { pace, frame } = steps();
    const replay = await session(pace);
    replay.play({ type: 'play' });
    [0, 100, 200].forEach(frame);
    expect(replay.view.getState().player.time).toBeCloseTo(200);
    replay.play({ type: 'pause' });
    frame(300);
    expect(replay.view.getState().player.time).toBeCloseTo(200);
    replay.play({ type: 'play' });
    frame(400);
    // A window that was hidden does not rush on.
    frame(60_000);
    expect(replay.view.getState().player.time).toBeCloseTo(450);
    replay.end();
    frame(60_100);
    expect(replay.view.getState().player.time).toBeCloseTo(450);
  });

  it('agrees with every checkpoint', async () => {
    const { pace } = steps();
    const { recording } = await session(pace);
    const verdict = await recording.verify();
    expect(verdict.checkpoints).toBeGreaterThan(3);
    expect(verdict).toMatchObject({ agree: verdict.checkpoints, divergences: [] });
  });

  it('knows what is no activity', async () => {
    const { recording } = await session(steps().pace);
    const { activity, marks } = trackOf(recording);
    expect(activity.length).toBeLessThan(recording.count / 2);
    expect(marks.length).toBeGreaterThan(8);
  });

  it('finds by text and by kind', async () => {
    const { recording } = await session(steps().pace);
    const found = async (words: string, kind: Parameters<typeof searchEvents>[1]['kind']) => {
      let all: readonly number[] = [];
      await searchEvents(
        recording,
        { text: words, kind },
        () => Promise.resolve(true),
        (indexes) => (all = indexes),
      );
      return all;
    };
    const commands = await found('', 'command');
    expect(commands.map((at) => recording.kindOf(at))).toEqual(commands.map(() => 'command'));
    expect(await found('TRANSFER', 'command')).toHaveLength(2);
    expect(await found('nowhere to be found', null)).toEqual([]);
    expect([
      nextFound([3, 7], 3, 1),
      nextFound([3, 7], 7, 1),
      nextFound([3, 7], 3, -1),
      nextFound([3, 7], 5, -1),
    ]).toEqual([7, 3, 7, 3]);
    expect(nextFound([], 3, 1)).toBeNull();
  });

  it('goes from the time of day to the recording’s and back', async () => {
    const { recording } = await session(steps().pace);
    expect(wallAt(recording, 12_345)).toBe(demoStart + 12_345);
    expect(timeAtWall(recording, demoStart + 12_345)).toBe(12_345);
  });

  it('says every event in words, and a moment as text without a real name', async () => {
    await startReplayStrings('en');
    const { recording } = await session(steps().pace);
    for (let at = 0; at < recording.count; at += 1) {
      const recorded = recording.event(at);
      if (recorded === null) throw new Error(recording.raw(at));
      expect(eventWords(recorded.event, t, () => null).words).not.toMatch(/^$|replay\.|\{\{/);
    }
    const at = recording.indexAt(320_000);
    const moment = momentText(recording, at, 320_000, t);
    expect(moment).toContain('Caller-');
    expect(moment).not.toMatch(/Rossi|Kowalska|Lindqvist/);
    expect(moment).toContain('Link: Reconnecting to backup server…');
    expect(moment).toMatch(/One moment… \(/);
    expect(momentText(recording, recording.indexAt(320_500), 320_500, t)).toMatch(/Asking the server… \(/);
    expect(momentText(recording, recording.indexAt(324_000), 324_000, t)).toContain('Link: Connected to backup server');
    expect(momentText(recording, 0, 0, t)).not.toMatch(/signedOut|connecting,/);
  });
});
