import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { watchNetwork } from './networkWatch';
import { ManualClock } from './testing/manualClock';

function one(address: string, internal = false): NetworkInterfaceInfo {
  return { address, netmask: '255.255.255.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal, cidr: null };
}

function bench() {
  const clock = new ManualClock();
  const now: { interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>; fails: boolean } = {
    interfaces: { lo: [one('127.0.0.1', true)], wifi: [one('192.168.1.7')] },
    fails: false,
  };
  let probes = 0;
  const stop = watchNetwork({ probe: () => (probes += 1) }, clock, () => {
    if (now.fails) throw new Error('too many open files');
    return now.interfaces;
  });
  return { clock, now, stop, probes: () => probes };
}

describe('the network watch', () => {
  it('leaves a link alone whose network stays as it is, in whatever order it is told', () => {
    const { clock, now, probes } = bench();
    now.interfaces = { wifi: [one('192.168.1.7'), one('10.0.0.1')] };
    clock.pass(2_000);
    now.interfaces = { vpn: [one('10.0.0.1')], wifi: [one('192.168.1.7')] };
    clock.pass(600_000);
    expect(probes()).toBe(1);
  });

  it.each([
    ['another address', { wifi: [one('10.1.1.9')] }],
    ['an address more', { wifi: [one('192.168.1.7')], vpn: [one('10.8.0.2')] }],
    ['no address left', {}],
  ])('probes once at %s, within two seconds', (_what, interfaces) => {
    const { clock, now, probes } = bench();
    now.interfaces = interfaces;
    clock.pass(1_999);
    expect(probes()).toBe(0);
    clock.pass(1);
    expect(probes()).toBe(1);
    clock.pass(60_000);
    expect(probes()).toBe(1);
  });

  it.each([one('127.0.0.2', true), one('169.254.3.4'), one('fe80::1'), one('FEBF::1')])(
    'an address that reaches nobody else is none: $address',
    (address) => {
      const { clock, now, probes } = bench();
      now.interfaces = { ...now.interfaces, bridge: [address] };
      clock.pass(10_000);
      expect(probes()).toBe(0);
    },
  );

  it('takes interfaces that can not be read for unchanged', () => {
    const { clock, now, probes } = bench();
    now.fails = true;
    clock.pass(10_000);
    now.fails = false;
    clock.pass(10_000);
    expect(probes()).toBe(0);
  });

  it.each([3_600_000, -3_600_000, 2_001])('probes when the wall clock has jumped by %d ms', (jump) => {
    const { clock, probes } = bench();
    clock.jump(jump);
    clock.pass(60_000);
    expect(probes()).toBe(1);
  });

  it('a clock that is put right a little is no jump', () => {
    const { clock, probes } = bench();
    clock.jump(2_000);
    clock.pass(60_000);
    expect(probes()).toBe(0);
  });

  it('probes when the look itself comes far too late: the machine slept', () => {
    const { clock, probes } = bench();
    clock.sleep(4_000);
    clock.pass(0);
    expect(probes()).toBe(0);
    clock.sleep(4_001);
    clock.pass(0);
    expect(probes()).toBe(1);
  });

  it('ends when it is told to', () => {
    const { clock, stop, probes } = bench();
    stop();
    clock.sleep(60_000);
    clock.pass(60_000);
    expect(probes()).toBe(0);
  });
});
