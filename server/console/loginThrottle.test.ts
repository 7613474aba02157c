import { expect, it } from 'vitest';
import { LoginThrottle } from './loginThrottle';

const fail = (throttle: LoginThrottle, times: number, address = 'here') => {
  for (let count = 0; count < times; count += 1) throttle.failed('maya', address, 0);
};

it('lets the first mistakes pass, then slows down, up to a limit', () => {
  const throttle = new LoginThrottle();
  fail(throttle, 2);
  expect(throttle.reserve('maya', 'here', 0)).toBe(0);
  fail(throttle, 1);
  expect(throttle.reserve('maya', 'here', 0)).toBe(250);
  fail(throttle, 30);
  expect(new Set([throttle.reserve('maya', 'here', 100_000)])).toEqual(new Set([0]));
});

it('slows nobody else, not even the same user elsewhere', () => {
  const throttle = new LoginThrottle();
  fail(throttle, 20, 'attacker');
  expect(throttle.reserve('maya', 'attacker', 0)).toBeGreaterThan(0);
  expect(throttle.reserve('maya', 'desk', 0)).toBe(0);
  expect(throttle.reserve('tom', 'attacker', 0)).toBe(0);
});

it('makes parallel attempts wait behind each other, and refuses when the queue is long', () => {
  const throttle = new LoginThrottle();
  fail(throttle, 20);
  const waits = [1, 2, 3, 4].map(() => throttle.reserve('maya', 'here', 0));
  expect(waits).toEqual([8_000, 16_000, null, null]);
});

it('forgets after a success and after a quarter of an hour', () => {
  const throttle = new LoginThrottle();
  fail(throttle, 10);
  expect(throttle.reserve('maya', 'here', 16 * 60_000)).toBe(0);
  throttle.succeeded('maya', 'here');
  expect(throttle.reserve('maya', 'here', 0)).toBe(0);
});
