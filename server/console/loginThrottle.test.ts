import { expect, it } from 'vitest';
import { LoginThrottle } from './loginThrottle';

/** Wrong passwords one after the other, each as soon as it may be tried. Returns when the last was answered. */
const fail = (throttle: LoginThrottle, times: number, address = 'here', from = 0): number => {
  let now = from;
  for (let count = 0; count < times; count += 1) {
    now += throttle.reserve('maya', address, now) ?? 0;
    throttle.failed('maya', address, now);
  }
  return now;
};

it('lets the first mistakes pass, then slows down, up to a limit', () => {
  const throttle = new LoginThrottle();
  expect(fail(throttle, 3)).toBe(0);
  expect(throttle.reserve('maya', 'here', 0)).toBe(250);
  const now = fail(throttle, 30, 'here', 1_000);
  expect(throttle.reserve('maya', 'here', now)).toBe(4_000);
  expect(throttle.reserve('maya', 'here', now + 100_000)).toBe(0);
});

it('slows nobody else, not even the same user elsewhere', () => {
  const throttle = new LoginThrottle();
  const now = fail(throttle, 20, 'attacker');
  expect(throttle.reserve('maya', 'attacker', now)).toBeGreaterThan(0);
  expect(throttle.reserve('maya', 'desk', now)).toBe(0);
  expect(throttle.reserve('tom', 'attacker', now)).toBe(0);
});

it('makes parallel attempts wait behind each other, the very first ones too, and refuses when the queue is long', () => {
  const throttle = new LoginThrottle();
  const waits = Array.from({ length: 1_000 }, () => throttle.reserve('maya', 'here', 0));
  expect(waits.slice(0, 8)).toEqual([0, 0, 0, 250, 750, 1_750, 3_750, 7_750]);
  expect(waits.filter((wait) => wait !== null)).toHaveLength(11);
});

it('forgets after a success and after a quarter of an hour', () => {
  const throttle = new LoginThrottle();
  const now = fail(throttle, 10);
  expect(throttle.reserve('maya', 'here', now + 16 * 60_000)).toBe(0);
  fail(throttle, 10, 'here', now + 16 * 60_000);
  throttle.succeeded('maya', 'here');
  expect(throttle.reserve('maya', 'here', now + 16 * 60_000)).toBe(0);
});
