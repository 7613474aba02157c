import { expect, it } from 'vitest';
import { SwitchPhone } from '../switch/port';
import { NumberPlan } from '../switch/sim/plan';
import { Dn, LineId } from '../../shared/ids';
import { demoCallers } from './callers';
import { demoDirectory } from './directory';
import { demoSwitch } from './phones';

const { plan, listings } = demoSwitch();
/** Throws where two lines have one number. */
const numbers = new NumberPlan(plan);

it('everybody in the directory and every caller outside has a phone that can be dialled', () => {
  for (const { number } of [...demoDirectory, ...demoCallers]) {
    expect(numbers.lineByDn(Dn.parse(number))?.phoneId).toBe(`phone-${number}`);
  }
  expect(plan.phones).toHaveLength(200 + demoCallers.length);
  for (const phone of plan.phones) expect(SwitchPhone.parse(phone)).toEqual(phone);
});

it('an assistant’s phone has the own line and a proxy line for each manager served', () => {
  const maya = plan.phones.find((phone) => phone.phoneId === 'phone-2001');
  expect(maya?.lines.map((line) => line.dn)).toEqual(['2001', '39001', '39002', '39003', '39004', '39005', '39006']);
  expect(maya?.lines[1]?.label).toBe('Anna Kowalska');
});

it('only managers’ and assistants’ lines pass the route points, which are the managers’ numbers', () => {
  expect(plan.routePoints).toEqual(['60001', '60002', '60003', '60004', '60005', '60006', '60007', '60008']);
  const trusted = ['60001', '2001', '39001', '38005'].map((dn) => numbers.isTrusted(LineId.parse(`line-${dn}`)));
  const others = ['1001', demoCallers[0]?.number].map((dn) => numbers.isTrusted(LineId.parse(`line-${String(dn)}`)));
  expect([trusted, others]).toEqual([
    [true, true, true, true],
    [false, false],
  ]);
});

it('features managers, assistants, a dozen colleagues and the callers', () => {
  const shown = listings.filter((listing) => listing.featured).map((listing) => listing.group);
  const count = (group: string) => shown.filter((other) => other === group).length;
  expect(['managers', 'assistants', 'colleagues', 'outside'].map(count)).toEqual([8, 3, 12, demoCallers.length]);
});
