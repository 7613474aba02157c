import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LockOut, type Attempt } from './lockOut';
import { networkOf } from './network';

const minute = 60_000;
const hour = 60 * minute;
const from = (address: string, userId = 'maya', device: string | null = null): Attempt => ({ userId, address, device });

function failTimes(lockOut: LockOut, attempt: Attempt, times: number, now = 0): void {
  for (let count = 0; count < times; count += 1) lockOut.failed(attempt, now);
}

describe('one user from one address', () => {
  it('is locked for a minute after five wrong passwords, then twice as long each time, up to a quarter of an hour', () => {
    const lockOut = new LockOut();
    const here = from('10.0.0.1');
    failTimes(lockOut, here, 4);
    expect(lockOut.lockedFor(here, 0)).toBe(0);
    const locks = Array.from({ length: 7 }, () => {
      lockOut.failed(here, 0);
      return lockOut.lockedFor(here, 0) / minute;
    });
    expect(locks).toEqual([1, 2, 4, 8, 15, 15, 15]);
    expect(lockOut.lockedFor(here, 15 * minute)).toBe(0);
  });

  it('a right password ends the row, and so does an hour', () => {
    const lockOut = new LockOut();
    const here = from('10.0.0.1');
    failTimes(lockOut, here, 4);
    lockOut.succeeded(here);
    failTimes(lockOut, here, 4);
    expect(lockOut.lockedFor(here, 0)).toBe(0);
    lockOut.failed(here, hour + 1);
    expect(lockOut.lockedFor(here, hour + 1)).toBe(0);
  });

  it('says nothing about the same user elsewhere, on a known device at the same address, or another user here', () => {
    const lockOut = new LockOut();
    failTimes(lockOut, from('10.0.0.1'), 9);
    for (const other of [from('10.0.0.2'), from('10.0.0.1', 'maya', 'device'), from('10.0.0.1', 'tom')]) {
      expect(lockOut.lockedFor(other, 0)).toBe(0);
    }
  });
});

describe('many users from one address', () => {
  it('locks that address for unknown devices only', () => {
    const lockOut = new LockOut();
    for (let n = 0; n < 100; n += 1) lockOut.failed(from('10.0.0.1', `user-${n}`), 0);
    expect(lockOut.lockedFor(from('10.0.0.1', 'somebody'), 0)).toBe(minute / 2);
    expect(lockOut.lockedFor(from('10.0.0.1', 'somebody'), minute / 2)).toBe(0);
    expect(lockOut.lockedFor(from('10.0.0.1', 'somebody', 'device'), 0)).toBe(0);
    expect(lockOut.lockedFor(from('10.0.0.2', 'somebody'), 0)).toBe(0);
  });

  it('is not forgiven for one good account', () => {
    const lockOut = new LockOut();
    for (let n = 0; n < 100; n += 1) {
      lockOut.failed(from('10.0.0.1', `user-${n}`), 0);
      lockOut.succeeded(from('10.0.0.1', 'own-account'));
    }
    expect(lockOut.lockedFor(from('10.0.0.1', 'somebody'), 0)).toBeGreaterThan(0);
  });
});

it('guesses at one user from everywhere slow unknown devices and lock nobody', () => {
  const lockOut = new LockOut();
  for (let n = 0; n < 5_000; n += 1) lockOut.failed(from(`10.1.${n >> 8}.${n & 255}`), 0);
  expect(lockOut.lockedFor(from('192.168.1.1'), 0)).toBe(0);
  expect(lockOut.delayFor(from('192.168.1.1'), 0)).toBe(4_000);
  expect(lockOut.delayFor(from('192.168.1.1', 'maya', 'device'), 0)).toBe(0);
  expect(lockOut.delayFor(from('192.168.1.1', 'tom'), 0)).toBe(0);
  expect(lockOut.delayFor(from('192.168.1.1'), 2 * hour)).toBe(0);
});

it('takes the addresses of one customer for one', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8::1')).toBe(networkOf('2001:0db8:0:0:ffff:1:2:3'));
  expect(networkOf('2001:db8::1')).not.toBe(networkOf('2001:db8:0:1::1'));
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(networkOf('unknown')).toBe('unknown');
});

/** What attackers can do: any user, any address but the victim's own, no known device of somebody else. */
const step = fc.record({
  userId: fc.constantFrom('maya', 'tom', 'own-account'),
  address: fc.integer({ min: 1, max: 40 }).map((n) => `10.0.0.${n}`),
  wait: fc.integer({ min: 0, max: 20 * minute }),
  right: fc.boolean(),
});

it('no sequence of attacks locks a victim out at another address or on a known device', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const lockOut = new LockOut();
      let now = 0;
      for (const { userId, address, wait, right } of steps) {
        now += wait;
        const attempt = from(address, userId);
        if (lockOut.lockedFor(attempt, now) > 0) continue;
        if (right && userId === 'own-account') lockOut.succeeded(attempt);
        else lockOut.failed(attempt, now);
        expect(lockOut.lockedFor(from('192.168.0.1'), now)).toBe(0);
        // Even at the attacker's own address.
        expect(lockOut.lockedFor(from(address, 'maya', 'her-device'), now)).toBe(0);
        expect(lockOut.delayFor(from(address, 'maya', 'her-device'), now)).toBe(0);
        expect(lockOut.delayFor(from('192.168.0.1'), now)).toBeLessThanOrEqual(4_000);
      }
    }),
  );
});

it('guesses in any hour are bounded: per user and address, per device, and per address over all users', () => {
  const waits = fc.array(fc.integer({ min: 0, max: 10 * minute }), { minLength: 50, maxLength: 400 });
  fc.assert(
    fc.property(waits, fc.boolean(), fc.boolean(), (pauses, known, manyUsers) => {
      const lockOut = new LockOut();
      const guesses: number[] = [];
      let now = 0;
      for (const [index, pause] of pauses.entries()) {
        const attempt = from('10.0.0.1', manyUsers ? `user-${index}` : 'maya', known && !manyUsers ? 'stolen' : null);
        // The keenest attacker comes back the moment a lock ends.
        now += Math.max(pause % 3 === 0 ? 0 : pause / 100, lockOut.lockedFor(attempt, now));
        lockOut.failed(attempt, now);
        guesses.push(now);
        const lastHour = guesses.filter((at) => at > now - hour).length;
        expect(lastHour).toBeLessThanOrEqual(manyUsers ? 100 + 120 + 1 : 12);
      }
    }),
  );
});

it('remembers a bounded number of attackers', () => {
  const lockOut = new LockOut();
  for (let n = 0; n < 25_000; n += 1) lockOut.failed(from(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, `u${n}`), 0);
  expect(lockOut.size).toBeLessThanOrEqual(60_000);
});
