/** What managers do by keys of their phones, and what their status windows show (product §5). */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dn } from '../../shared/ids';
import { loadCompany } from '../store/loadCompany';
import type { FeatureKey, PhoneStatus } from '../switch/port';
import { until } from '../testing/until';
import { lineId } from './testCompany';
import { TestService, user } from './testService';

let service: TestService;
beforeEach(async () => {
  service = await TestService.open();
  service.online('maya', 'tom');
  for (const number of ['600', '601', '700']) await served(number);
});
afterEach(() => service.close());

const served = (number: string) => until(() => service.phone(number).status ?? undefined, 'the status window');
const statusOf = (number: string, wanted: (status: PhoneStatus) => boolean) => {
  const look = () => {
    const { status } = service.phone(number);
    return status && wanted(status) ? status : undefined;
  };
  return until(look, 'the status window to follow');
};
const press = async (number: string, key: FeatureKey) => {
  const pressed = await service.key(number, key);
  return pressed.ok ? 'done' : pressed.error.message;
};
const settings = (managerId = 'ann') => service.console('maya').managers.find((view) => view.managerId === managerId);

describe('a toggle', () => {
  it.each([
    ['divertAll', 'divertAll', true],
    ['filter', 'filterOn', false],
    ['assistantWatch', 'assistantWatch', false],
    ['alertTone', 'alertTone', false],
  ] as const)('%s turns over what is set, logged as the manager, and back', async (key, name, first) => {
    expect(await press('600', { key })).toBe('done');
    expect(settings()?.[name]).toBe(first);
    await statusOf('600', (status) => status[name] === first);
    expect(await press('600', { key })).toBe('done');
    expect(settings()?.[name]).toBe(!first);
    expect(await service.changeLog()).toEqual([
      `manager ann for ann (600): ${name} ${String(!first)} -> ${String(first)}`,
      `manager ann for ann (600): ${name} ${String(first)} -> ${String(!first)}`,
    ]);
  });

  it('pressed twice at once is back where it was', async () => {
    const both = [press('600', { key: 'filterMode' }), press('600', { key: 'filterMode' })];
    expect(await Promise.all(both)).toEqual(['done', 'done']);
    expect(await service.changeLog()).toEqual([
      'manager ann for ann (600): filterMode inclusive -> exclusive',
      'manager ann for ann (600): filterMode exclusive -> inclusive',
    ]);
  });
});

it('a key that has waited until the phone gave it up is not obeyed any more', async () => {
  let free = () => {};
  const busy = new Promise<void>((resolve) => (free = resolve));
  void service.now.managerTurns.take(user('ann'), () => busy);
  const [first, second] = [press('600', { key: 'divertAll' }), press('600', { key: 'divertAll' })];
  // The second waits for the first, the first for what is under way.
  await new Promise(setImmediate);
  const late = performance.now() + 2_000;
  const clock = vi.spyOn(performance, 'now').mockReturnValue(late);
  free();
  expect([await first, await second]).toEqual(['done', 'It took too long.']);
  clock.mockRestore();
  expect(await service.changeLog()).toEqual(['manager ann for ann (600): divertAll false -> true']);
});

describe('choosing the assistant', () => {
  it('is in force for the next call', async () => {
    expect(await press('600', { key: 'chooseAssistant', userId: user('tom') })).toBe('done');
    const isTom = ({ userId, isActive, isDefault }: PhoneStatus['assistants'][number]) =>
      isActive && isDefault && userId === 'tom';
    await statusOf('600', ({ assistants }) => assistants.some(isTom));
    await service.reaches(service.dial('101', '600'), '391 alerting');
  });

  it('refuses who does not serve the manager', async () => {
    expect(await press('600', { key: 'chooseAssistant', userId: user('kim') })).toBe(
      'Not an assistant of this manager.',
    );
  });
});

describe('intercept', () => {
  it('takes back the call that has rung longest at any assistant', async () => {
    const first = service.dial('101', '600');
    await service.reaches(first, '390 alerting');
    service.clock.advance(1_000);
    await press('600', { key: 'chooseAssistant', userId: user('tom') });
    const second = service.dial('102', '600');
    await service.reaches(second, '391 alerting');
    expect(await press('600', { key: 'intercept' })).toBe('done');
    expect(service.at(first)).toBe('600 alerting');
    service.sim.execute({ type: 'answerCall', callId: second, lineId: lineId('391') });
    expect(await press('600', { key: 'intercept' })).toBe('No call is ringing at an assistant.');
    expect(service.at(second)).toBe('391 connected');
  });

  it("leaves other managers' calls alone", async () => {
    await service.reaches(service.dial('101', '601'), '392 alerting');
    expect(await press('600', { key: 'intercept' })).toBe('No call is ringing at an assistant.');
  });
});

describe('redirect and transfer to voicemail', () => {
  const ringing = async (number: string) => {
    await service.command('maya', { type: 'setFeature', managerId: user('ann'), feature: 'filterOn', on: false });
    const callId = service.dial('101', number);
    await service.reaches(callId, '600 alerting');
    return callId;
  };

  it('send a ringing call to the active assistant, past the filter, or to the number that is set', async () => {
    const callId = await ringing('600');
    expect(await press('600', { key: 'redirect', callId })).toBe('done');
    expect(service.at(callId)).toBe('390 alerting');
    expect(await press('600', { key: 'redirect', callId })).toBe('The call has ended.');

    const target = { kind: 'number', number: Dn.parse('103') } as const;
    await service.command('maya', { type: 'setDivertTarget', managerId: user('ann'), target });
    const other = service.dial('102', '600');
    await service.reaches(other, '600 alerting');
    service.sim.execute({ type: 'answerCall', callId: other, lineId: lineId('600') });
    expect(await press('600', { key: 'redirect', callId: other })).toBe('done');
    expect(service.at(other)).toBe('103 alerting');
  });

  it('say why not: nobody online, no number, no box', async () => {
    const callId = await ringing('600');
    for (const name of ['maya', 'tom']) service.now.presence.left(user(name));
    expect(await press('600', { key: 'redirect', callId })).toBe('No assistant is online.');
    const shared = service.dial('102', '700');
    expect(await press('700', { key: 'redirect', callId: shared })).toBe('No divert number is set.');
    expect(await press('601', { key: 'toVoicemail', callId })).toBe('You have no voicemail box.');
    expect(await press('600', { key: 'toVoicemail', callId })).toBe('done');
    expect(service.at(callId)).toBe('voicemail connected');
    expect(await press('700', { key: 'toVoicemail', callId: shared })).toBe('done');
    expect(service.at(shared)).toBe('voicemail connected');
  });
});

describe('a shared line', () => {
  it.each<FeatureKey>([
    { key: 'divertAll' },
    { key: 'filter' },
    { key: 'filterMode' },
    { key: 'assistantWatch' },
    { key: 'alertTone' },
    { key: 'intercept' },
    { key: 'chooseAssistant', userId: user('kim') },
  ])('has no $key', async (key) => {
    expect(await press('700', key)).toMatch(/^A shared line has no /);
    expect(await service.changeLog()).toEqual([]);
    expect(service.phone('700').status).toMatchObject({ mode: 'shared', assistants: [], watched: [] });
  });
});

it('keys of phones of another pool, and while not in control, are left to whoever serves them', async () => {
  await service.db.updateTable('users').set({ pool: 2 }).where('id', '=', 'ben').execute();
  await service.takeOver();
  const pressed = press('601', { key: 'filter' });
  expect(await press('600', { key: 'filter' })).toBe('done');
  expect(service.sent.filter(({ command }) => command.type === 'answerFeatureKey')).toHaveLength(1);
  service.clock.advance(60_000);
  expect(await pressed).toBe('the service does not answer');
});

describe('the status window', () => {
  it('shows who serves, and follows', async () => {
    const maya = { name: 'Maya', online: true, isDefault: true, isActive: true };
    const tom = { name: 'Tom', online: true, isDefault: false, isActive: false };
    expect(await statusOf('600', ({ assistants }) => assistants.every(({ online }) => online))).toMatchObject({
      mode: 'proxy',
      assistants: [maya, tom],
      filterOn: true,
      filterMode: 'inclusive',
      watched: [],
    });
    service.now.presence.left(user('maya'));
    const moved = await statusOf('600', ({ assistants }) => assistants[0]?.online === false);
    expect(moved.assistants.map(({ isActive }) => isActive)).toEqual([false, true]);
  });

  it('lists the calls at assistants while Assistant Watch is on', async () => {
    const callId = service.dial('101', '600');
    const { watched } = await statusOf('600', (status) => status.watched.length === 1);
    expect(watched).toMatchObject([{ callId, assistant: 'Maya', party: { number: '101' }, state: 'alerting' }]);
    service.sim.execute({ type: 'answerCall', callId, lineId: lineId('390') });
    await statusOf('600', (status) => status.watched[0]?.state === 'connected');
    expect(service.phone('601').status?.watched).toEqual([]);
    await press('600', { key: 'assistantWatch' });
    await statusOf('600', (status) => status.watched.length === 0);
  });

  it('is written only where it changes, and again for whoever has lost it', async () => {
    const writes = () => service.sent.filter(({ command }) => command.type === 'setPhoneStatus').length;
    await vi.waitFor(() => expect(service.phone('600').status?.assistants.every(({ online }) => online)).toBe(true));
    const before = writes();
    await service.takeOver();
    await service.command('maya', { type: 'setFeature', managerId: user('ann'), feature: 'doNotDisturb', on: true });
    await press('600', { key: 'divertAll' });
    await statusOf('600', (status) => status.divertAll);
    expect(writes()).toBe(before + 1);
    service.sim.setServed(false);
    expect(service.phone('601').status).toBeNull();
    expect(await served('601')).toMatchObject({ divertAll: false });
  });

  it('goes dark when the manager is no longer served here', async () => {
    await service.db.updateTable('users').set({ pool: 2 }).where('id', '=', 'ben').execute();
    service.now.replaceCompany(await loadCompany(service.db, 1));
    expect(service.phone('601').status).toBeNull();
    expect(service.phone('600').status).not.toBeNull();
  });
});
