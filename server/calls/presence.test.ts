import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UserId } from '../../shared/ids';
import { Presence } from './presence';

const maya = UserId.parse('maya');
const graceMs = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function presence(online: UserId[] = []) {
  const told: string[] = [];
  const onChange = (userId: UserId, isOnline: boolean) =>
    void told.push(`${userId} ${isOnline ? 'online' : 'offline'}`);
  return { told, presence: new Presence({ graceMs, onChange }, online) };
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
  expect(told.at(-1)).toBe('maya offline');
});

it('needs no grace for a logout, and tells nothing once closed', () => {
  const { told, presence: present } = presence();
  present.arrived(maya);
  present.left(maya);
  expect(told).toEqual(['maya online', 'maya offline']);
  present.arrived(maya);
  present.lost(maya);
  present.close();
  vi.advanceTimersByTime(10 * graceMs);
  expect(told).toHaveLength(3);
});
