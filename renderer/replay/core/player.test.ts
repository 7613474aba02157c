/** The player alone, on a track of a few events. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAfter, play, speeds, startOf, type PlayerInput, type PlayerState, type Track } from './player';

function trackOf(times: readonly number[], marks: readonly number[] = [], active: readonly number[] = times): Track {
  return {
    count: times.length,
    start: times[0] ?? 0,
    end: times.at(-1) ?? 0,
    timeOf: (index) => times[index] ?? 0,
    indexAt: (time) => firstAfter(times, time) - 1,
    marks,
    activity: active,
  };
}

const track = trackOf([0, 100, 100, 250, 20_000, 20_100], [1, 3, 4], [0, 100, 250, 20_000, 20_100]);
const after = (...inputs: PlayerInput[]): PlayerState =>
  inputs.reduce<PlayerState>((state, input) => play(state, input, track), { ...startOf(track), skipIdle: false });

describe('the player', () => {
  it('begins at the first event and stands still', () => {
    expect(startOf(track)).toMatchObject({ at: 0, time: 0, playing: false, speed: 1 });
    expect(after({ type: 'elapsed', ms: 500 })).toMatchObject({ at: 0, time: 0 });
  });

  it('goes on with the time of the one who watches, times the speed', () => {
    expect(after({ type: 'play' }, { type: 'elapsed', ms: 120 })).toMatchObject({ at: 2, time: 120 });
    expect(after({ type: 'play' }, { type: 'speed', speed: 4 }, { type: 'elapsed', ms: 60 })).toMatchObject({
      at: 2,
      time: 240,
    });
  });

  it('stops at the end, and begins again from there', () => {
    const ended = after({ type: 'play' }, { type: 'elapsed', ms: 1e9 });
    expect(ended).toMatchObject({ at: 5, time: 20_100, playing: false });
    expect(play(ended, { type: 'toggle' }, track)).toMatchObject({ at: 0, time: 0, playing: true });
  });

  it('steps event by event, also through those of one moment, and pauses', () => {
    const next = { type: 'stepEvent', by: 1 } as const;
    expect(after({ type: 'play' }, next)).toMatchObject({ at: 1, time: 100, playing: false });
    expect(after(next, next)).toMatchObject({ at: 2, time: 100 });
    expect(after(next, next, next, { type: 'stepEvent', by: -1 })).toMatchObject({ at: 2, time: 100 });
    expect(after({ type: 'stepEvent', by: -1 })).toMatchObject({ at: 0 });
    expect(after({ type: 'goTo', at: 99 }, next)).toMatchObject({ at: 5 });
  });

  it('goes on after a step among events of one moment with none of them left out or seen twice', () => {
    const stepped = after({ type: 'stepEvent', by: 1 }, { type: 'play' });
    expect(play(stepped, { type: 'elapsed', ms: 0 }, track).at).toBe(2);
    expect(play({ ...stepped, at: 2 }, { type: 'elapsed', ms: 10 }, track)).toMatchObject({ at: 2, time: 110 });
  });

  it('steps from mark to mark, and stays where there is none', () => {
    const [next, back] = [
      { type: 'stepMark', by: 1 },
      { type: 'stepMark', by: -1 },
    ] as const;
    expect(after(next).at).toBe(1);
    expect(after(next, next).at).toBe(3);
    expect(after(next, next, next, next).at).toBe(4);
    expect(after(next, next, back).at).toBe(1);
    expect(after(back).at).toBe(0);
    // Between two marks it goes back to the one before.
    expect(after({ type: 'seek', time: 300 }, back).at).toBe(3);
  });

  it('stays within the recording', () => {
    expect(after({ type: 'seek', time: -5 })).toMatchObject({ at: 0, time: 0 });
    expect(after({ type: 'seekBy', ms: 1e9 })).toMatchObject({ at: 5, time: 20_100 });
  });

  it('knows its speeds', () => {
    expect(after({ type: 'faster' }).speed).toBe(2);
    expect(after({ type: 'slower' }, { type: 'slower' }).speed).toBe(0.5);
    const all = speeds.map(() => ({ type: 'faster' }) as const);
    expect(after(...all).speed).toBe(16);
  });

  it('passes over idle time, not over what has just happened or is about to', () => {
    const on = { ...startOf(track), playing: true };
    expect(play({ ...on, time: 300, at: 3 }, { type: 'elapsed', ms: 100 }, track).time).toBe(400);
    expect(play({ ...on, time: 1_700, at: 3 }, { type: 'elapsed', ms: 100 }, track).time).toBe(19_500);
    expect(play({ ...on, time: 19_600, at: 3 }, { type: 'elapsed', ms: 100 }, track).time).toBe(19_700);
    expect(play({ ...on, skipIdle: false, time: 1_700, at: 3 }, { type: 'elapsed', ms: 100 }, track).time).toBe(1_800);
  });

  it('always stands at an event of its time, whatever is pressed', () => {
    const input = fc.oneof(
      fc.constantFrom('play', 'pause', 'toggle', 'faster', 'slower', 'toggleSkipIdle').map((type) => ({ type })),
      fc.integer({ min: 0, max: 500 }).map((ms) => ({ type: 'elapsed' as const, ms })),
      fc.integer({ min: -50, max: 30_000 }).map((time) => ({ type: 'seek' as const, time })),
      fc.integer({ min: -3, max: 9 }).map((at) => ({ type: 'goTo' as const, at })),
      fc.tuple(fc.constantFrom('stepEvent', 'stepMark'), fc.constantFrom(1, -1)).map(([type, by]) => ({ type, by })),
    );
    fc.assert(
      fc.property(fc.array(input as fc.Arbitrary<PlayerInput>, { maxLength: 40 }), (inputs) => {
        const { at, time } = inputs.reduce((state, one) => play(state, one, track), startOf(track));
        expect(track.timeOf(at)).toBeLessThanOrEqual(time);
        expect(time).toBeGreaterThanOrEqual(track.start);
        expect(time).toBeLessThanOrEqual(track.end);
        // What comes next has not happened yet.
        if (at + 1 < track.count) expect(track.timeOf(at + 1)).toBeGreaterThanOrEqual(time);
      }),
    );
  });
});
