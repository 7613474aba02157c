import { expect, it } from 'vitest';
import { demoSwitch } from '../../demo/phones';
import { CallId, Dn, LineId } from '../../../shared/ids';
import { manualClock } from '../sim/manualClock';
import { SimSwitch } from '../sim/switch';
import type { PhonesView } from '../web/view';
import { callsAt, canPress, initials, runningTime } from './model';

const demo = demoSwitch();

function afterCall(from: string, to: string, ring?: string): PhonesView {
  const sim = new SimSwitch({ plan: demo.plan, clock: manualClock(), newId: () => 'route', routeTimeoutMs: 1_500 });
  sim.setServed(true);
  const lineOf = (dn: string) => LineId.parse(`line-${dn}`);
  sim.execute({ type: 'makeCall', callId: CallId.parse('c'), lineId: lineOf(from), to: Dn.parse(to) });
  if (ring) {
    const to = { kind: 'line', lineId: lineOf(ring) } as const;
    sim.execute({ type: 'routeSelect', routeId: 'route', to, noAnswerMs: null });
  }
  sim.close();
  return { ...sim.snapshot(), now: 0, listings: [...demo.listings], routePoints: [...demo.plan.routePoints] };
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

it('enables keys only where they can act', () => {
  const keys = ['answer', 'hangUp', 'hold', 'resume', 'transfer', 'dial'] as const;
  const enabled = (look: Parameters<typeof canPress>[1]) => keys.filter((key) => canPress(key, look));
  expect(enabled(undefined)).toEqual(['dial']);
  expect(enabled('ringing')).toEqual(['answer', 'hangUp', 'dial']);
  expect(enabled('talking')).toEqual(['hangUp', 'hold', 'transfer', 'dial']);
  expect(enabled('held')).toEqual(['hangUp', 'resume', 'transfer', 'dial']);
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
