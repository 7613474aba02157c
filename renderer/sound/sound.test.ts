import { describe, expect, it } from 'vitest';
import { ringSounds } from '../../shared/console/choices';
import { aCall, aState } from '../testing/facts';
import { gainOf, toneNow } from './decide';
import { isThere, namedOutputs } from './devices';
import { samplesOf } from './tones';

describe('what is heard', () => {
  const ringing = aCall('r');
  const talking = aCall('t', { state: 'connected', lineId: 'line-2001' });
  const state = aState([ringing]);
  const withRing = (more: Partial<typeof state.preferences.ring>) => ({
    ...state,
    preferences: { ...state.preferences, ring: { ...state.preferences.ring, ...more } },
  });

  it('rings for a call that rings here, and for no other', () => {
    expect(toneNow(state)).toBe('ring');
    expect(toneNow(aState([]))).toBeNull();
    expect(toneNow(aState([talking, aCall('h', { state: 'hold' })]))).toBeNull();
    expect(toneNow(aState([aCall('out', { direction: 'out' })]))).toBeNull();
  });

  it('is a quiet mark while the assistant talks; a held call is no talk', () => {
    expect(toneNow(aState([ringing, talking]))).toBe('second');
    expect(toneNow(aState([ringing, aCall('h', { state: 'hold' })]))).toBe('ring');
    const { ring } = state.preferences;
    expect(gainOf('second', ring)).toBeLessThan(gainOf('ring', ring) / 2);
  });

  it('is nothing where the assistant wants none', () => {
    expect(toneNow(withRing({ on: false }))).toBeNull();
    expect(toneNow(withRing({ volume: 0 }))).toBeNull();
  });

  it('is nothing while signed out, offline, or while the state may be old', () => {
    expect(toneNow({ ...state, console: null })).toBeNull();
    expect(toneNow({ ...state, link: { phase: 'connecting', server: 'backup', resuming: true } })).toBeNull();
    const { console } = state;
    const down = { callControl: 'down', filtering: 'down' } as const;
    expect(toneNow({ ...state, console: console && { ...console, service: down } })).toBeNull();
    expect(toneNow({ ...state, console: console && { ...console, me: { ...console.me, online: false } } })).toBeNull();
  });
});

describe('the sounds', () => {
  it.each([...ringSounds, 'second'] as const)('%s is loud enough, never clips, starts and ends in silence', (sound) => {
    const samples = samplesOf(sound, 8_000);
    const loudest = Math.max(...samples.map(Math.abs));
    expect(loudest).toBeCloseTo(1, 5);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01);
  });

  it('are told apart', () => {
    expect(new Set(ringSounds.map((sound) => samplesOf(sound, 8_000).slice(0, 2_000).join())).size).toBe(3);
  });
});

describe('the devices', () => {
  const output = (deviceId: string, label: string) => ({ kind: 'audiooutput', deviceId, label }) as const;

  it('are those with a name, without the aliases of the default', () => {
    const found = [output('default', 'Default'), output('a', 'Headset'), { ...output('m', 'Mic'), kind: 'audioinput' }];
    expect(namedOutputs(found as Parameters<typeof namedOutputs>[0])).toEqual({
      kind: 'named',
      devices: [{ id: 'a', label: 'Headset' }],
    });
  });

  it('have no names before the browser was allowed to tell them', () => {
    expect(namedOutputs([output('', '')])).toEqual({ kind: 'unnamed' });
    expect(namedOutputs([])).toEqual({ kind: 'named', devices: [] });
  });
});

describe('the chosen device', () => {
  const outputs = namedOutputs([{ kind: 'audiooutput', deviceId: 'headset', label: 'Headset' }]);

  it('is gone when it is not among those that are there', () => {
    expect(isThere('headset', outputs)).toBe(true);
    expect(isThere('pulled out', outputs)).toBe(false);
    expect(isThere('any', namedOutputs([]))).toBe(false);
  });

  it('is believed where the names of the others are not told', () => {
    expect(isThere('any', namedOutputs([{ kind: 'audiooutput', deviceId: '', label: '' }]))).toBe(true);
    expect(isThere('any', { kind: 'unsupported' })).toBe(true);
  });
});
