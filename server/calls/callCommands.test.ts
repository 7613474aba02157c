/** What an assistant does with calls: redirect, voicemail, dial rules, intercom; and what the calls are called. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Dn, type CallId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { until } from '../testing/until';
import { lineId } from './testCompany';
import { TestService } from './testService';

let service: TestService;
beforeEach(async () => (service = await TestService.open()));
afterEach(() => service.close());

/** The call as the assistant sees it. */
const shown = (userId: string, callId: CallId) => {
  const look = () => service.console(userId).calls.find((call) => call.callId === callId);
  return until(look, 'the call on the screen');
};
async function act(userId: string, type: 'answer' | 'redirect' | 'toVoicemail', callId: CallId) {
  const { connectionId } = await shown(userId, callId);
  return service.command(userId, { type, connectionId });
}
const target = (number: string | null): Command => ({
  type: 'setRedirectTarget',
  number: number === null ? null : Dn.parse(number),
});
const done = { ok: true };
const refused = { ok: false, error: { code: 'notAllowed' } };

describe('redirect', () => {
  it('goes to the manager the call was for; to a target of its own once set, ringing or connected', async () => {
    service.online('maya');
    const first = service.dial('101', '600');
    await service.reaches(first, '390 alerting');
    expect(await act('maya', 'redirect', first)).toMatchObject(done);
    await service.reaches(first, '600 alerting');

    expect(await service.command('maya', target('103'))).toMatchObject(done);
    expect(service.console('maya').me.redirectTo).toBe('103');
    await service.takeOver();
    const second = service.dial('102', '600');
    await service.reaches(second, '390 alerting');
    await act('maya', 'answer', second);
    expect(await act('maya', 'redirect', second)).toMatchObject(done);
    await service.reaches(second, '103 alerting');
    await service.command('maya', target(null));
    expect(await service.changeLog()).toEqual([
      'assistant maya for maya (200): redirectTarget default -> 103',
      'assistant maya for maya (200): redirectTarget 103 -> default',
    ]);
  });

  it('has no default with a shared line', async () => {
    const callId = service.dial('101', '700');
    expect(await act('kim', 'redirect', callId)).toMatchObject(refused);
    await service.command('kim', target('103'));
    expect(await act('kim', 'redirect', callId)).toMatchObject(done);
    await service.reaches(callId, '103 alerting');
  });
});

describe('to voicemail', () => {
  it('sends a call to the box of the manager it was for, ringing or connected', async () => {
    service.online('maya');
    for (const answered of [false, true]) {
      const callId = service.dial(answered ? '102' : '101', '600');
      await service.reaches(callId, '390 alerting');
      if (answered) await act('maya', 'answer', callId);
      expect(await act('maya', 'toVoicemail', callId)).toMatchObject(done);
      await service.reaches(callId, 'voicemail connected');
    }
    const shared = service.dial('103', '700');
    expect(await act('kim', 'toVoicemail', shared)).toMatchObject(done);
    await service.reaches(shared, 'voicemail connected');
  });

  it('is refused where the manager has none', async () => {
    service.online('maya');
    const callId = service.dial('101', '601');
    await service.reaches(callId, '392 alerting');
    expect(await act('maya', 'toVoicemail', callId)).toMatchObject(refused);
    expect(service.at(callId)).toBe('392 alerting');
  });
});

describe('what assistants dial', () => {
  beforeEach(async () => {
    const rule = {
      kind: 'dial',
      position: 0,
      name: 'outside',
      begins_with: '01',
      digits: null,
      remove: 1,
      prefix: '',
    } as const;
    await service.db.insertInto('rules').values(rule).execute();
    await service.takeOver();
    service.online('maya');
  });

  it('is rewritten by the dial rules: calls, transfers and targets', async () => {
    const to = Dn.parse('0103');
    expect(await service.command('maya', { type: 'makeCall', lineId: lineId('200'), to })).toMatchObject(done);
    expect(service.sent.at(-1)?.command).toMatchObject({ type: 'makeCall', to: '103' });

    const transferred = service.dial('101', '600');
    await act('maya', 'answer', transferred);
    const { connectionId } = await shown('maya', transferred);
    await service.command('maya', { type: 'transfer', connectionId, to });
    await service.reaches(transferred, '103 alerting');

    await service.command('maya', target('0103'));
    const redirected = service.dial('102', '600');
    await act('maya', 'redirect', redirected);
    await service.reaches(redirected, '103 alerting');
    expect(service.console('maya').me.redirectTo).toBe('0103');
  });

  it('may be dialled from an intercom line, which answers by itself', async () => {
    const call: Command = { type: 'makeCall', lineId: lineId('2009'), to: Dn.parse('6009') };
    expect(await service.command('maya', call)).toMatchObject(done);
    const shownCall = await until(() => service.console('maya').calls[0], 'the call');
    expect(shownCall).toMatchObject({ lineId: 'line-2009', state: 'connected', managerId: null });
    const { connectionId } = shownCall;
    expect(await service.command('maya', { type: 'hold', connectionId })).toMatchObject({
      error: { code: 'staleState' },
    });
    expect(await service.command('maya', { type: 'hangUp', connectionId })).toMatchObject(done);
    const view = service.console('maya');
    expect(view.lines.find(({ dn }) => dn === '2009')).toMatchObject({
      kind: 'intercom',
      label: 'Intercom of maya',
    });
    expect(view.managers.find(({ managerId }) => managerId === 'ann')).toMatchObject({ intercomDn: '6009' });
  });
});

it('callers whom the switch does not name are named from elsewhere, at the console and on the phone', async () => {
  await service.takeOver({ nameOf: (number) => (number === '+49305550100' ? 'Petra Brandt' : null) });
  service.online('maya');
  const callId = service.dial('9001', '600');
  expect(await shown('maya', callId)).toMatchObject({ party: { number: '+49305550100', name: 'Petra Brandt' } });
  const watched = () => service.phone('600').status?.watched[0];
  expect(await until(watched, 'the watch')).toMatchObject({ assistant: 'Maya', party: { name: 'Petra Brandt' } });
  const known = service.dial('101', '600');
  expect(await shown('maya', known)).toMatchObject({ party: { name: 'Caller 101' } });
});
