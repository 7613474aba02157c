import { describe, expect, it } from 'vitest';
import { ConnectionId } from '../../shared/ids';
import { aCall, aState } from '../testing/facts';
import { commandNamed } from './registry';
import { holdOrResume, target } from './target';

const ringing = aCall('ringing');
const connected = aCall('connected', { state: 'connected', answeredAt: 2_000 });
const held = aCall('held', { state: 'hold', answeredAt: 2_000 });
const own = aCall('own', { state: 'connected', lineId: 'line-2001', managerId: null });
const calls = [connected, ringing, held, own];
const chosen = (call: { connectionId: ConnectionId }) => aState(calls, { selected: call.connectionId });
/** Only this call is there, and it is selected. */
const alone = (call: (typeof calls)[number]) => aState([call], { selected: call.connectionId });

describe('which command can act', () => {
  it('answers the longest-waiting call when none is selected', () => {
    const later = aCall('later', { startedAt: 9_000 });
    expect(target('answer', aState([later, ringing]))).toEqual({ ok: true, call: ringing });
    expect(target('answer', aState([]))).toEqual({ ok: false, reason: 'noRingingCall' });
    expect(target('hangUp', aState([connected]))).toEqual({ ok: false, reason: 'noCall' });
  });

  it('answers the selected call where it rings, else the longest-waiting one, whatever else is selected', () => {
    const later = aCall('later', { startedAt: 9_000 });
    const among = [...calls, later];
    expect(target('answer', aState(among, { selected: later.connectionId }))).toEqual({ ok: true, call: later });
    expect(target('answer', aState(among, { selected: held.connectionId }))).toEqual({ ok: true, call: ringing });
    expect(target('answer', alone(held))).toEqual({ ok: false, reason: 'answerOnlyRinging' });
  });

  it('changes nothing that an administrator has locked, and says so', () => {
    const locked = { ...aState([]), locked: ['ring', 'popToFront'] as const };
    const abilities = { ...locked.abilities, popToFront: true };
    expect(commandNamed('toggleRing').unavailable(locked)).toBe('locked');
    expect(commandNamed('toggleRing').unavailable(aState([]))).toBeNull();
    expect(commandNamed('togglePopToFront').unavailable({ ...locked, abilities })).toBe('locked');
    expect(commandNamed('togglePopToFront').unavailable({ ...aState([]), abilities })).toBeNull();
  });

  it('offers nothing while the link is down or the switch cannot be reached', () => {
    const link = { phase: 'connecting', server: 'backup', resuming: true } as const;
    expect(target('hangUp', { ...chosen(connected), link })).toEqual({ ok: false, reason: 'notLive' });
    const state = chosen(connected);
    const console = state.console && { ...state.console, service: { callControl: 'down', filtering: 'up' } as const };
    expect(target('hangUp', { ...state, console })).toEqual({ ok: false, reason: 'callControlDown' });
  });

  it('does not send the same command twice', () => {
    const state = chosen(connected);
    const command = { type: 'hold', connectionId: connected.connectionId } as const;
    const pending = [{ id: 'x' as never, command, status: 'sent' as const }];
    expect(target('hold', { ...state, pending })).toEqual({ ok: false, reason: 'pending' });
    expect(target('hangUp', { ...state, pending }).ok).toBe(true);
  });

  it('turns Hold into Resume for a held call', () => {
    expect([holdOrResume(chosen(held)), holdOrResume(chosen(connected))]).toEqual(['retrieve', 'hold']);
    expect(commandNamed('holdResume').label(chosen(held))).toBe('resume');
  });
});
