import { expect, it } from 'vitest';
import { demoSwitch } from '../../demo/phones';
import { CallId, Dn, LineId } from '../../../shared/ids';
import { Digits } from '../../../shared/protocol/commands';
import { manualClock } from '../sim/manualClock';
import { SimSwitch } from '../sim/switch';
import type { PhonesView } from '../web/view';
import { callsAt, initials, inUseAt, runningTime } from './model';

const demo = demoSwitch();

const sharedDn = demo.plan.sharedDns?.[0] ?? Dn.parse('0');

const newSim = (): SimSwitch => {
  const sim = new SimSwitch({ plan: demo.plan, clock: manualClock(), newId: () => 'route', routeTimeoutMs: 1_500 });
  sim.setServed(true);
  return sim;
};

function viewOf(sim: SimSwitch): PhonesView {
  return { ...sim.snapshot(), now: 0, listings: [...demo.listings], routePoints: [...demo.plan.routePoints] };
}

function afterCall(from: string, to: string, ring?: string): PhonesView {
  const sim = newSim();
  const lineOf = (dn: string) => LineId.parse(`line-${dn}`);
  sim.execute({ type: 'makeCall', callId: CallId.parse('c'), lineId: lineOf(from), to: Dn.parse(to) });
  if (ring) {
    const to = { kind: 'line', lineId: lineOf(ring) } as const;
    sim.execute({ type: 'routeSelect', routeId: 'route', to, noAnswerMs: null });
  }
  sim.close();
  return viewOf(sim);
}

/** Peter rings the shared line, which is answered at the phone of that place in the list. */
function sharedCallAnsweredAt(place: number): PhonesView {
  const sim = newSim();
  const callId = CallId.parse('c');
  sim.execute({ type: 'makeCall', callId, lineId: LineId.parse('line-+493055570142'), to: sharedDn });
  const lines = demo.plan.phones.flatMap((phone) => phone.lines.filter((line) => line.dn === sharedDn));
  const line = lines[place];
  if (!line) throw new Error('no such phone');
  sim.execute({ type: 'answerCall', callId, lineId: line.lineId });
  sim.close();
  return viewOf(sim);
}

function shown(view: PhonesView, dn: string): string[] {
  const phone = view.phones.find((each) => each.lines.some((line) => line.dn === dn));
  if (!phone) throw new Error(`no phone ${dn}`);
  return callsAt(view, phone).map((call) => [call.look, call.lineDn, call.party, call.forWhom ?? 'own'].join(' | '));
}

it('shows who calls, and on a proxy line for whom', () => {
  const view = afterCall('+493055570142', '60001', '39001');
  expect(shown(view, '2001')).toEqual(['ringing | 39001 | Peter Brandt | Anna Kowalska']);
  expect(shown(view, '+493055570142')).toEqual(['calling | +493055570142 | Maya Lindqvist | own']);
});

it('shows whom a call that still waits was made to, and a number nobody has as it is', () => {
  expect(shown(afterCall('1001', '60001'), '1001')).toEqual(['calling | 1001 | Anna Kowalska | own']);
  expect(shown(afterCall('1001', '99999'), '1001')).toEqual(['busy | 1001 | 99999 | own']);
});

it('shows who has the shared line on the phone that does not', () => {
  const view = sharedCallAnsweredAt(1);
  const [own, other] = view.phones.filter((phone) => phone.lines.some((line) => line.dn === sharedDn));
  if (!own || !other) throw new Error('no shared line in the demo');
  const inUse = (phone: typeof own) =>
    phone.lines.filter((line) => line.dn === sharedDn).map((line) => inUseAt(view, line));
  expect(inUse(own)).toEqual([other.name]);
  expect(inUse(other)).toEqual([null]);
  expect(callsAt(view, other).map((call) => [call.look, call.party, call.forWhom])).toEqual([
    ['talking', 'Peter Brandt', own.name],
  ]);
});

it('shows an intercom call as one, with the other side', () => {
  const sim = newSim();
  const [manager, assistant] = demo.plan.phones.filter((phone) => phone.lines.some((line) => line.intercom));
  const from = manager?.lines.find((line) => line.intercom);
  const to = demo.plan.phones
    .filter((phone) => phone !== manager)
    .flatMap((phone) => phone.lines)
    .find((line) => line.intercom);
  if (!from || !to || !assistant) throw new Error('no intercom in the demo');
  sim.execute({ type: 'makeCall', callId: CallId.parse('c'), lineId: from.lineId, to: to.dn });
  sim.close();
  const view = viewOf(sim);
  const called = view.phones.find((phone) => phone.lines.some((line) => line.lineId === to.lineId));
  if (!called) throw new Error('nobody was called');
  expect(callsAt(view, called)).toMatchObject([{ look: 'talking', intercom: true, incoming: true, forWhom: null }]);
});

it('shows a conference by its parties, what is half done, and the keys that the other side pressed', () => {
  const sim = newSim();
  const at = (callId: string, dn: string) => ({ callId: CallId.parse(callId), lineId: LineId.parse(`line-${dn}`) });
  const phone = (dn: string) => {
    const view = viewOf(sim);
    const found = view.phones.find(({ lines }) => lines.some((line) => line.dn === dn));
    return found ? callsAt(view, found) : [];
  };
  sim.execute({ type: 'makeCall', ...at('c', '1001'), to: Dn.parse('1002') });
  sim.execute({ type: 'answerCall', ...at('c', '1002') });
  sim.execute({ type: 'generateDigits', ...at('c', '1001'), digits: Digits.parse('4711#') });
  expect(phone('1002')).toMatchObject([{ heard: '4711#', conference: [], consultation: null }]);
  expect(phone('1001')).toMatchObject([{ heard: '' }]);
  const asks = { newCallId: CallId.parse('d'), to: Dn.parse('1003'), purpose: 'conference' } as const;
  sim.execute({ type: 'consultationCall', ...at('c', '1002'), ...asks });
  expect(phone('1002').map(({ consultation }) => consultation)).toEqual(['asks', 'waits']);
  expect(phone('1003')).toMatchObject([{ consultation: null }]);
  sim.execute({ type: 'answerCall', ...at('d', '1003') });
  sim.execute({ type: 'conferenceCall', ...at('c', '1002'), others: [at('d', '1002')] });
  const names = ['1001', '1002', '1003'].map((dn) => viewOf(sim).phones.find(({ lines }) => lines[0]?.dn === dn)?.name);
  expect(phone('1002')).toMatchObject([{ conference: [names[0], names[2]], consultation: null, look: 'talking' }]);
  sim.close();
});

it.each([
  [-5, '0:00'],
  [7_999, '0:07'],
  [187_000, '3:07'],
  [3_765_000, '1:02:45'],
])('%i ms reads %s', (ms, text) => expect(runningTime(ms)).toBe(text));

it.each([
  ['Anna Kowalska', 'AK'],
  ['Wout De Smet', 'WS'],
  ['林怡君', '怡君'],
])('%s has the initials %s', (name, text) => expect(initials(name)).toBe(text));
