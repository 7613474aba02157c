import { expect, it } from 'vitest';
import { SwitchPhone } from '../switch/port';
import { NumberPlan } from '../switch/sim/plan';
import { Dn, LineId } from '../../shared/ids';
import { demoCallers } from './callers';
import { demoDirectory } from './directory';
import { demoSwitch } from './phones';
import { demoManagers } from './world';

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

const phone = (number: string) => plan.phones.find((each) => each.phoneId === `phone-${number}`);
const dns = (number: string) => phone(number)?.lines.map((line) => line.dn);

it('an assistant’s phone has the own line, a proxy line for each manager served, and the intercoms of those it is the default of', () => {
  const proxies = ['39001', '39002', '39003', '39004', '39005', '39006'];
  expect(dns('2001')).toEqual(['2001', ...proxies, '52001', '52002', '52003', '52004', '52006']);
  expect(phone('2001')?.lines[1]?.label).toBe('Anna Kowalska');
  expect(phone('2001')?.lines.filter((line) => line.intercom)).toHaveLength(5);
});

it('in shared line mode the manager’s own number is on the assistant’s phone too', () => {
  expect(dns('2004')).toEqual(['2004', '60009', '60010', '52009', '52010']);
  expect(numbers.linesByDn(Dn.parse('60009')).map((line) => line.lineId)).toEqual(['line-60009', 'line-60009-2004']);
});

it('every manager has an intercom line and a voicemail box', () => {
  for (const { dn, intercomDn } of demoManagers) {
    expect(dns(dn)).toEqual([dn, intercomDn]);
    expect(numbers.phoneOfBox(Dn.parse(dn))).toBe(`phone-${dn}`);
  }
});

it('one of Maya’s managers has a message to begin with', () => {
  const waiting = plan.phones.filter(({ messageWaiting }) => messageWaiting).map(({ name }) => name);
  expect(waiting).toEqual(['David Okafor']);
});

it('only managers’ and assistants’ lines pass the route points, which are the numbers of the managers in proxy line mode', () => {
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
  expect(['managers', 'assistants', 'colleagues', 'outside'].map(count)).toEqual([10, 4, 12, demoCallers.length]);
});
