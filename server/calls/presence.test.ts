import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserId } from '../../shared/ids';
import { Presence } from './presence';

const maya = UserId.parse('maya');
const graceMs = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function presence(online: UserId[] = [], away: UserId[] = []) {
  const told: string[] = [];
  const onChange = (userId: UserId, state: string) => void told.push(`${userId} ${state}`);
  return { told, presence: new Presence({ graceMs, onChange }, { online, away }) };
}

it('forgives a link that comes back within the grace time', () => {
  const { told, presence: present } = presence();
  present.arrived(maya);
  present.lost(maya);
  vi.advanceTimersByTime(graceMs - 1);
  present.arrived(maya);
  vi.advanceTimersByTime(10 * graceMs);
  expect(told).toEqual(['maya online']);
});

it.each([
  ['whose link dropped', []],
  ['who was online at the takeover and did not come back', [maya]],
])('counts somebody %s as gone when the grace time has run out', (_who, online) => {
  const { told, presence: present } = presence(online);
  if (online.length === 0) {
    present.arrived(maya);
    present.lost(maya);
  }
  vi.advanceTimersByTime(graceMs - 1);
  expect(present.online.has(maya)).toBe(true);
  vi.advanceTimersByTime(1);
  expect(present.online.has(maya)).toBe(false);
  expect(told.at(-1)).toBe('maya gone');
});

it('needs no grace for a logout, and tells nothing once closed', () => {
  const { told, presence: present } = presence();
  present.arrived(maya);
  present.left(maya);
  expect(told).toEqual(['maya online', 'maya gone']);
  present.arrived(maya);
  present.lost(maya);
  present.close();
  vi.advanceTimersByTime(10 * graceMs);
  expect(told).toHaveLength(3);
});

describe('going offline with the console open', () => {
  it('lasts over dropped links and takeovers, however long, and ends with a login', () => {
    const { told, presence: present } = presence([], [maya]);
    present.arrived(maya);
    present.lost(maya);
    vi.advanceTimersByTime(10 * graceMs);
    present.arrived(maya);
    expect(present.online.has(maya)).toBe(false);
    expect(present.everybody).toEqual([maya]);
    present.loggedIn(maya);
    present.arrived(maya);
    expect(told).toEqual(['maya online']);
  });

  it('is told once each way and ends with a logout', () => {
    const { told, presence: present } = presence();
    present.arrived(maya);
    for (const online of [false, false, true, true, false]) present.setOnline(maya, online);
    present.left(maya);
    present.arrived(maya);
    expect(told).toEqual(['maya online', 'maya away', 'maya online', 'maya away', 'maya gone', 'maya online']);
  });

  it('who comes online over a link that has just dropped has the grace time, no more', () => {
    const { told, presence: present } = presence();
    present.arrived(maya);
    present.setOnline(maya, false);
    present.lost(maya);
    present.setOnline(maya, true);
    vi.advanceTimersByTime(graceMs - 1);
    expect(present.online.has(maya)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(told.at(-1)).toBe('maya gone');
  });

  it.each([true, false])(
    'who has logged out while %s was being saved stays gone, and the store is told so',
    (online) => {
      const { told, presence: present } = presence();
      present.arrived(maya);
      present.setOnline(maya, false);
      present.left(maya);
      present.setOnline(maya, online);
      expect([...present.online, ...present.everybody]).toEqual([]);
      expect(told).toEqual(['maya online', 'maya away', 'maya gone', 'maya gone']);
    },
  );
});
