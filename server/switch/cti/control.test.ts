import { beforeEach, describe, expect, it } from 'vitest';
import type { SwitchCommand } from '../port';
import { callId, dn, line, managerStatus, phoneId, TestSwitch } from '../sim/testSwitch';
import { Control, type Controller } from './control';

let at: TestSwitch;
let control: Control;
const service = (pool: number): Controller => ({ pool });
const status = (number: string): SwitchCommand => ({
  type: 'setPhoneStatus',
  phoneId: phoneId(number),
  status: managerStatus,
});
const mute: SwitchCommand = { type: 'setDoNotDisturb', phoneId: phoneId('600'), on: true };
const statusOf = (number: string) => at.phone(number)?.status ?? null;

beforeEach(() => {
  at = new TestSwitch();
  control = new Control(at.sim);
});

describe('fencing', () => {
  it('refuses an older epoch of the same pool and changes nothing', () => {
    control.take(1, 5);
    expect(control.run(1, 4, mute)).toMatchObject({ error: { code: 'fenced' } });
    expect(control.take(1, 4)).toMatchObject({ error: { code: 'fenced' } });
    expect(at.events).toEqual([]);
    expect(control.run(1, 5, mute)).toMatchObject({ ok: true });
  });

  it('keeps pools apart: a newer epoch of one fences nobody of another', () => {
    control.take(1, 5);
    control.take(2, 900);
    expect(control.run(1, 5, mute)).toMatchObject({ ok: true });
    expect(control.take(3, 1)).toMatchObject({ ok: true });
    expect(control.run(2, 899, mute)).toMatchObject({ error: { code: 'fenced' } });
  });
});

describe('services that come and go', () => {
  it('calls wait at route points while any service is there', () => {
    const [one, two] = [service(1), service(2)];
    control.join(one);
    control.join(two);
    control.leave(one);
    at.dial('101', '600');
    expect(at.states()).toEqual(['101 out alerting']);
    control.leave(two);
    at.sim.execute({ type: 'makeCall', callId: callId('c2'), lineId: line('102'), to: dn('600') });
    expect(at.states('c2')).toEqual(['102 out alerting', '600 in alerting']);
  });

  it('the last service of a pool takes the feature keys of that pool’s phones with it, and no others', () => {
    const [active, standby, other] = [service(1), service(1), service(2)];
    for (const each of [active, standby, other]) control.join(each);
    control.run(1, 1, status('600'));
    control.run(2, 1, status('601'));
    control.leave(active);
    expect(statusOf('600')).toEqual(managerStatus);
    control.leave(standby);
    expect([statusOf('600'), statusOf('601')]).toEqual([null, managerStatus]);
    control.leave(other);
    expect(statusOf('601')).toBeNull();
  });
});
