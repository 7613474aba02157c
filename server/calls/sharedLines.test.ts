/** Shared line mode (product §5): both phones ring, one has the call; nothing is routed and nothing filtered. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../testing/until';
import { lineId } from './testCompany';
import { TestService } from './testService';

let service: TestService;
beforeEach(async () => (service = await TestService.open()));
afterEach(() => service.close());

const sharedLine = () => service.console('kim').lines.find(({ dn }) => dn === '700');

it('rings at both without anybody being asked or signed in; who answers has it, the other shows it', () => {
  const callId = service.dial('101', '700');
  expect(service.at(callId)).toBe('700 alerting, 700-kim alerting');
  expect(service.sim.waitingRoutes()).toEqual([]);
  expect(sharedLine()).toMatchObject({ kind: 'manager', managerId: 'sue', label: 'Sue', inUseElsewhere: false });
  expect(service.console('kim').calls).toMatchObject([{ lineId: 'line-700-kim', managerId: 'sue', state: 'alerting' }]);

  service.sim.execute({ type: 'answerCall', callId, lineId: lineId('700') });
  expect(sharedLine()).toMatchObject({ inUseElsewhere: true });
  expect(service.console('kim').calls).toEqual([]);
  service.sim.execute({ type: 'holdCall', callId, lineId: lineId('700') });
  expect(sharedLine()).toMatchObject({ inUseElsewhere: true });
  service.sim.execute({ type: 'clearConnection', callId, lineId: lineId('700') });
  expect(sharedLine()).toMatchObject({ inUseElsewhere: false });

  const second = service.dial('101', '700');
  service.sim.execute({ type: 'answerCall', callId: second, lineId: lineId('700-kim') });
  expect(sharedLine()).toMatchObject({ inUseElsewhere: false });
});

it('shows that it is in use elsewhere also while another call rings here, or is talked in', () => {
  const first = service.dial('101', '700');
  service.sim.execute({ type: 'answerCall', callId: first, lineId: lineId('700') });
  const second = service.dial('102', '700');
  expect(service.console('kim').calls).toMatchObject([{ callId: second, state: 'alerting' }]);
  expect(sharedLine()).toMatchObject({ inUseElsewhere: true });
  service.sim.execute({ type: 'answerCall', callId: second, lineId: lineId('700-kim') });
  expect(sharedLine()).toMatchObject({ inUseElsewhere: true });
  service.sim.execute({ type: 'clearConnection', callId: first, lineId: lineId('700') });
  expect(sharedLine()).toMatchObject({ inUseElsewhere: false });
});

it('consoles are told when the line comes into use elsewhere', async () => {
  service.online('kim');
  const stream = service.now.feeds.open(service.console('kim').me.userId);
  const callId = service.dial('101', '700');
  service.sim.execute({ type: 'answerCall', callId, lineId: lineId('700') });
  await until(() => (stream?.state.lines.some((line) => line.inUseElsewhere) ? true : undefined), 'the event');
  expect(stream?.state).toEqual(service.console('kim'));
});

it('shows no filter, no divert all, no watch and no assistant to choose', () => {
  expect(service.console('kim')).toMatchObject({ mode: 'shared' });
  expect(service.console('kim').managers).toMatchObject([
    {
      managerId: 'sue',
      activeAssistant: null,
      defaultAssistant: null,
      divertAll: false,
      filterOn: false,
      assistantWatch: false,
      alertTone: false,
      divertTarget: { kind: 'none' },
    },
  ]);
});

it('a mixture that ought not to be is projected all the same', async () => {
  await service.db.updateTable('users').set({ mode: 'shared' }).where('id', '=', 'maya').execute();
  await service.takeOver();
  service.online('maya');
  const callId = service.dial('101', '600');
  await service.reaches(callId, '390 alerting');
  const { mode, managers, calls } = service.console('maya');
  expect(mode).toBe('shared');
  expect(calls).toMatchObject([{ callId }]);
  expect(managers.map(({ filterOn }) => filterOn)).toEqual([true, true]);
});
