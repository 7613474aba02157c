import { describe, expect, it } from 'vitest';
import { Driver } from './testing';
import { linkView } from './view';

describe('the view of the link', () => {
  it('tells each phase, in wall-clock time', () => {
    const machine = new Driver();
    const offset = 5_000_000;
    expect(linkView(machine.state, offset)).toEqual({ phase: 'signedOut', failure: null });
    machine.signIn();
    expect(linkView(machine.state, offset)).toEqual({ phase: 'connecting', server: 'primary', resuming: false });
    machine.goLive();
    expect(linkView(machine.state, offset)).toEqual({
      phase: 'live',
      server: 'primary',
      since: 6_000_000,
      roundTripMs: 0,
    });
    machine.pass(60_000).closed();
    expect(linkView(machine.state, offset)).toEqual({ phase: 'connecting', server: 'backup', resuming: true });
    machine.closed();
    expect(linkView(machine.state, offset)).toEqual({
      phase: 'waiting',
      server: 'primary',
      resuming: true,
      retryAt: 6_060_250,
      lastProblem: 'unreachable',
    });
  });
});
