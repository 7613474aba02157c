import { describe, expect, it } from 'vitest';
import { lose } from './attempt';
import { goLive } from './heartbeat';
import { parameters } from './testing';
import { initialState } from './state';

describe('signed out', () => {
  it('nothing can be lost, and nothing goes live', () => {
    const state = initialState();
    expect(lose(state, 'unreachable', 0, 0)).toEqual({ state, effects: [] });
    expect(goLive(state, parameters, 0)).toEqual({ state, effects: [] });
  });
});
