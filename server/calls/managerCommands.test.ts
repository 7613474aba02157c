/** Settings of managers: who may set what, what is refused, and what the change log says. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DivertTarget } from '../../shared/calls/model';
import { Dn } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { TestService, user } from './testService';

let service: TestService;
beforeEach(async () => (service = await TestService.open()));
afterEach(() => service.close());

const divert = (by: string, managerId: string, target: DivertTarget) =>
  service.command(by, { type: 'setDivertTarget', managerId: user(managerId), target });
const number = (dn: string) => ({ kind: 'number', number: Dn.parse(dn) }) as const;
const toTom = { kind: 'assistant', userId: user('tom') } as const;
const code = (code: string) => ({ ok: false, error: { code } });

describe('the divert target', () => {
  it('is a number, an assistant of the manager or the active one; each change is logged and outlives the service', async () => {
    service.online('maya', 'tom');
    for (const target of [number('101'), toTom, { kind: 'activeAssistant' } as const, toTom]) {
      expect(await divert('maya', 'ann', target)).toMatchObject({ ok: true });
    }
    for (const [feature, on] of [
      ['filterOn', false],
      ['divertAll', true],
    ] as const) {
      await service.command('maya', { type: 'setFeature', managerId: user('ann'), feature, on });
    }
    await service.reaches(service.dial('102', '600'), '391 alerting');
    await service.takeOver();
    await service.reaches(service.dial('103', '600'), '391 alerting');
    expect((await service.changeLog()).slice(0, 4)).toEqual([
      'assistant maya for ann (600): divertTarget activeAssistant -> 101',
      'assistant maya for ann (600): divertTarget 101 -> assistant tom',
      'assistant maya for ann (600): divertTarget assistant tom -> activeAssistant',
      'assistant maya for ann (600): divertTarget activeAssistant -> assistant tom',
    ]);
  });

  it.each<[string, string, string, DivertTarget, string]>([
    ['the own number', 'maya', 'ann', number('600'), 'circularDivert'],
    ['the own proxy line', 'maya', 'ann', number('391'), 'circularDivert'],
    ['an assistant of others', 'maya', 'ann', { kind: 'assistant', userId: user('kim') }, 'notAllowed'],
    ['nothing with proxy lines', 'maya', 'ann', { kind: 'none' }, 'notAllowed'],
    ['an assistant with a shared line', 'kim', 'sue', { kind: 'activeAssistant' }, 'notAllowed'],
    ['the own assistant with a shared line', 'kim', 'sue', { kind: 'assistant', userId: user('kim') }, 'notAllowed'],
    ['the own shared number', 'kim', 'sue', number('700'), 'circularDivert'],
    ["a manager who is not one's own", 'kim', 'ann', number('101'), 'notAllowed'],
  ])('cannot be %s', async (_what, by, managerId, target, expected) => {
    expect(await divert(by, managerId, target)).toMatchObject(code(expected));
    expect(await service.changeLog()).toEqual([]);
  });

  it('cannot lead round in a circle, also where dial rules hide it', async () => {
    expect(await divert('maya', 'ben', number('600'))).toMatchObject({ ok: true });
    expect(await divert('maya', 'ann', number('601'))).toMatchObject(code('circularDivert'));
    await service.db
      .insertInto('rules')
      .values({ kind: 'dial', position: 0, name: 'short', begins_with: '8', digits: 1, remove: 1, prefix: '601' })
      .execute();
    await service.takeOver();
    expect(await divert('maya', 'ann', number('8'))).toMatchObject(code('circularDivert'));
  });

  it('is a number that somebody has, as the dial rules make it', async () => {
    const nobody = { ok: false, error: { code: 'cannotDial', message: 'nobody has this number' } };
    expect(await divert('maya', 'ann', number('99999999'))).toMatchObject(nobody);
    expect(await divert('kim', 'sue', number('99999999'))).toMatchObject(nobody);
    await service.db
      .insertInto('rules')
      .values({ kind: 'dial', position: 0, name: 'out', begins_with: '9', digits: null, remove: 1, prefix: '' })
      .execute();
    await service.takeOver();
    expect(await divert('maya', 'ann', number('9101'))).toMatchObject({ ok: true });
    expect(await divert('maya', 'ann', number('9777'))).toMatchObject({
      error: { message: expect.stringMatching(/dialled as 777/) as string },
    });
    expect(await service.changeLog()).toEqual(['assistant maya for ann (600): divertTarget activeAssistant -> 9101']);
  });

  it('can be voicemail, or a number far away; and any while the switch cannot be asked', async () => {
    expect(await divert('maya', 'ann', number('8500'))).toMatchObject({ ok: true });
    expect(await divert('maya', 'ann', number('+49305550100'))).toMatchObject({ ok: true });
    service.cutOff = true;
    expect(await divert('maya', 'ann', number('99999999'))).toMatchObject({ ok: true });
  });

  it('is a number or nothing with a shared line', async () => {
    expect(service.console('kim').managers[0]?.divertTarget).toEqual({ kind: 'none' });
    expect(await divert('kim', 'sue', number('101'))).toMatchObject({ ok: true });
    expect(await divert('kim', 'sue', { kind: 'none' })).toMatchObject({ ok: true });
    expect(await service.changeLog()).toEqual([
      'assistant kim for sue (700): divertTarget none -> 101',
      'assistant kim for sue (700): divertTarget 101 -> none',
    ]);
  });
});

describe('features', () => {
  it('of proxy lines are set, shown and logged', async () => {
    for (const feature of ['divertAll', 'assistantWatch', 'alertTone', 'filterOn'] as const) {
      const on = feature === 'divertAll';
      await service.command('maya', { type: 'setFeature', managerId: user('ann'), feature, on });
    }
    const set = { divertAll: true, assistantWatch: false, alertTone: false, filterOn: false };
    expect(service.console('tom').managers.find(({ managerId }) => managerId === 'ann')).toMatchObject(set);
    expect(await service.changeLog()).toHaveLength(4);
  });

  const sue = user('sue');
  it.each<Command>([
    { type: 'setFeature', managerId: sue, feature: 'divertAll', on: true },
    { type: 'setFeature', managerId: sue, feature: 'filterOn', on: true },
    { type: 'setFeature', managerId: sue, feature: 'assistantWatch', on: true },
    { type: 'setFeature', managerId: sue, feature: 'alertTone', on: true },
    { type: 'setFilterMode', managerId: sue, mode: 'exclusive' },
    { type: 'setPatterns', managerId: sue, mode: 'inclusive', patterns: ['1*'] },
    { type: 'setDefaultAssistant', managerId: sue, assistantId: user('kim') },
  ])('of proxy lines are refused on a shared one: $type $feature', async (command) => {
    expect(await service.command('kim', command)).toMatchObject(code('notAllowed'));
    expect(await service.changeLog()).toEqual([]);
  });
});

describe('do not disturb', () => {
  const disturb = (by: string, managerId: string, on: boolean) =>
    service.command(by, { type: 'setFeature', managerId: user(managerId), feature: 'doNotDisturb', on });

  it('is logged once, whoever sets it, in both modes', async () => {
    await disturb('maya', 'ann', true);
    await disturb('maya', 'ann', true);
    await disturb('kim', 'sue', true);
    const { phoneId } = service.phone('600');
    service.sim.execute({ type: 'setDoNotDisturb', phoneId, on: false });
    await service.changeLog();
    await disturb('maya', 'ann', true);
    expect(await service.changeLog()).toEqual([
      'assistant maya for ann (600): doNotDisturb false -> true',
      'assistant kim for sue (700): doNotDisturb false -> true',
      'manager ann for ann (600): doNotDisturb true -> false',
      'assistant maya for ann (600): doNotDisturb false -> true',
    ]);
  });

  it('pressed while the link to the switch was down is logged when it is back', async () => {
    service.mirror.up = false;
    service.now.switchReplaced();
    const { active } = service;
    service.active = null;
    service.sim.execute({ type: 'setDoNotDisturb', phoneId: service.phone('600').phoneId, on: true });
    service.active = active;
    service.mirror.replace(service.sim.snapshot());
    service.now.switchReplaced();
    await disturb('maya', 'ben', true);
    expect(await service.changeLog()).toEqual([
      'manager ann for ann (600): doNotDisturb false -> true',
      'assistant maya for ben (601): doNotDisturb false -> true',
    ]);
  });

  it('that the switch refuses is neither shown nor logged', async () => {
    service.cutOff = true;
    expect(await disturb('maya', 'ann', true)).toMatchObject(code('switchUnreachable'));
    service.cutOff = false;
    service.sim.execute({ type: 'setDoNotDisturb', phoneId: service.phone('600').phoneId, on: true });
    await disturb('maya', 'ben', true);
    expect((await service.changeLog())[0]).toBe('manager ann for ann (600): doNotDisturb false -> true');
  });
});
