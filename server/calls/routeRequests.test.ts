/** Calls that an assistant does not answer, that cannot be delivered, or that wait while a service dies (product §5, RNA). */
import { afterEach, describe, expect, it } from 'vitest';
import { Dn } from '../../shared/ids';
import { until } from '../testing/until';
import { lineId } from './testCompany';
import { TestService, user } from './testService';

let service: TestService;
afterEach(() => service.close());

const rna = { rnaForwardCalls: 'true', rnaTimeoutMs: '10000' };
/** A call that nobody picks up, each RNA time-out waited for; where it was, in order. */
async function journey(from: string, to: string, ...stations: string[]) {
  const callId = service.dial(from, to);
  for (const station of stations) {
    await service.reaches(callId, station);
    service.clock.advance(10_000);
  }
  return callId;
}

describe('an assistant who does not answer', () => {
  it('is followed by the next one online and then by the voicemail', async () => {
    service = await TestService.open(rna);
    service.online('maya', 'tom');
    const callId = await journey('101', '600', '390 alerting', '391 alerting');
    await service.reaches(callId, 'voicemail connected');
  });

  it('without a voicemail box the call rings on where it is', async () => {
    service = await TestService.open(rna);
    service.online('maya', 'tom');
    const callId = await journey('101', '601', '392 alerting', '393 alerting');
    await until(() => service.sent.find(({ command }) => command.type === 'routeEnd'), 'the request to end');
    service.clock.advance(60_000);
    expect(service.at(callId)).toBe('393 alerting');
  });

  it('or goes to the manager where the parameter says so', async () => {
    service = await TestService.open({ ...rna, redirectToManagerIfUnreachable: 'true' });
    service.online('tom');
    const callId = await journey('101', '601', '393 alerting');
    await service.reaches(callId, '601 alerting');
  });

  it.each([
    ['105', '105 alerting'],
    ['999', '601 alerting'],
  ])('or, where the manager has forwarded the phone to %s meanwhile, there if that can be reached', async (to, end) => {
    service = await TestService.open({ ...rna, redirectToManagerIfUnreachable: 'true' });
    service.online('tom');
    const callId = service.dial('101', '601');
    await service.reaches(callId, '393 alerting');
    service.sim.setForward(service.phone('601').phoneId, Dn.parse(to));
    service.clock.advance(10_000);
    await service.reaches(callId, end);
  });

  it('rings for ever where calls are not forwarded', async () => {
    service = await TestService.open({ redirectToManagerIfUnreachable: 'true' });
    service.online('maya', 'tom');
    const callId = service.dial('101', '600');
    await service.reaches(callId, '390 alerting');
    service.clock.advance(600_000);
    expect(service.at(callId)).toBe('390 alerting');
    expect(service.sim.waitingRoutes()).toEqual([]);
  });

  it('who answers in time keeps the call', async () => {
    service = await TestService.open(rna);
    service.online('maya', 'tom');
    const callId = service.dial('101', '600');
    await service.reaches(callId, '390 alerting');
    service.clock.advance(9_999);
    service.sim.execute({ type: 'answerCall', callId, lineId: lineId('390') });
    service.clock.advance(60_000);
    expect(service.at(callId)).toBe('390 connected');
  });

  it('a takeover in the middle does not start the chain anew', async () => {
    service = await TestService.open(rna);
    service.online('maya', 'tom');
    const callId = await journey('101', '600', '390 alerting');
    await service.reaches(callId, '391 alerting');
    await service.takeOver();
    service.clock.advance(10_000);
    await service.reaches(callId, 'voicemail connected');
  });
});

describe('a destination that cannot be reached', () => {
  const busy = async (number: string, line: string) => {
    const calls = ['102', '103', '104', '105'].map((from) => service.dial(from, number));
    for (const callId of calls) await service.reaches(callId, `${line} alerting`);
  };

  it('an assistant whose line is full is passed over at once', async () => {
    service = await TestService.open();
    service.online('maya', 'tom');
    await busy('600', '390');
    await service.reaches(service.dial('101', '600'), '391 alerting');
  });

  it('then the voicemail; without one, at last the manager', async () => {
    service = await TestService.open();
    service.online('maya');
    await busy('600', '390');
    await service.reaches(service.dial('101', '600'), 'voicemail connected');
    await service.command('maya', { type: 'setFeature', managerId: user('ben'), feature: 'filterOn', on: true });
    for (const callId of service.sim.snapshot().calls.map((call) => call.callId)) {
      service.sim.execute({ type: 'clearConnection', callId, lineId: lineId('390') });
      for (const from of ['101', '102', '103', '104', '105']) {
        service.sim.execute({ type: 'clearConnection', callId, lineId: lineId(from) });
      }
    }
    await busy('601', '392');
    await service.reaches(service.dial('101', '601'), '601 alerting');
  });

  it('a divert number that nobody has any more leads to the assistants', async () => {
    service = await TestService.open();
    // Set when the phone was still there: today it is refused.
    const gone = { divert_kind: 'number', divert_value: '99999', divert_all: 1, filter_on: 0 } as const;
    await service.db.updateTable('manager_settings').set(gone).where('manager_id', '=', 'ann').execute();
    await service.takeOver();
    service.online('maya');
    await service.reaches(service.dial('101', '600'), '390 alerting');
  });
});

describe('requests that wait', () => {
  it('of both kinds are answered by the service that takes over', async () => {
    service = await TestService.open(rna);
    service.online('maya', 'tom');
    const ringing = service.dial('101', '600');
    await service.reaches(ringing, '390 alerting');
    service.cutOff = true;
    service.clock.advance(10_000);
    const waiting = service.dial('102', '601');
    await until(() => (service.sent.filter(({ accepted }) => !accepted).length > 1 ? true : undefined), 'both to fail');
    expect(service.sim.waitingRoutes().map(({ reason }) => reason)).toEqual(['noAnswer', 'incoming']);
    service.cutOff = false;
    await service.takeOver();
    await service.reaches(ringing, '391 alerting');
    await service.reaches(waiting, '392 alerting');
    expect(service.sim.waitingRoutes()).toEqual([]);
  });

  it('at route points of another pool are left alone', async () => {
    service = await TestService.open();
    await service.db.updateTable('users').set({ pool: 2 }).where('id', '=', 'ben').execute();
    const active = await service.takeOver();
    service.online('maya');
    const theirs = service.dial('101', '601');
    await service.reaches(service.dial('102', '600'), '390 alerting');
    expect(service.at(theirs)).toBe('');
    expect(service.sim.waitingRoutes()).toHaveLength(1);
    expect(active.mirror.routeRequests.size).toBe(1);
  });
});

describe('the alert tone', () => {
  const played = () => service.sent.filter(({ command }) => command.type === 'playAlertTone').length;

  it('is heard once when a call goes to an assistant, and not for one that goes to the manager', async () => {
    service = await TestService.open(rna);
    await service.reaches(service.dial('102', '600'), '600 alerting');
    service.online('maya', 'tom');
    await journey('101', '600', '390 alerting', '391 alerting');
    expect(service.phone('600').alertedAt).not.toBeNull();
    expect(played()).toBe(1);
  });

  it.each(['alertTone', 'doNotDisturb'] as const)('is not heard with %s set so', async (feature) => {
    service = await TestService.open();
    service.online('maya');
    const on = feature === 'doNotDisturb';
    await service.command('maya', { type: 'setFeature', managerId: user('ann'), feature, on });
    await service.reaches(service.dial('101', '600'), '390 alerting');
    await service.reaches(service.dial('102', '601'), '392 alerting');
    expect(played()).toBe(1);
  });
});
