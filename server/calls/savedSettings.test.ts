/** Everything that can be set is still set for the service that takes over, on both kinds of database, and logged once. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dn } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import { stores } from '../testing/stores';
import { TestService, user } from './testService';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const managerId = user('ann');
const number = Dn.parse('101');
const commands: readonly Command[] = [
  { type: 'setFeature', managerId, feature: 'divertAll', on: true },
  { type: 'setFeature', managerId, feature: 'filterOn', on: false },
  { type: 'setFeature', managerId, feature: 'assistantWatch', on: false },
  { type: 'setFeature', managerId, feature: 'alertTone', on: false },
  { type: 'setFilterMode', managerId, mode: 'exclusive' },
  { type: 'setPatterns', managerId, mode: 'inclusive', patterns: ['49 30*', '10-1X'] },
  { type: 'setPatterns', managerId, mode: 'exclusive', patterns: ['*44'] },
  { type: 'setDivertTarget', managerId, target: { kind: 'number', number } },
  { type: 'setDefaultAssistant', managerId, assistantId: user('tom') },
  { type: 'setRedirectTarget', number },
  { type: 'setOnline', online: false },
];

describe.each(stores)('on $kind', (kind) => {
  let service: TestService;
  beforeEach(async () => (service = await TestService.open({}, kind)));
  afterEach(() => service.close());

  it('all settings outlive the service', async () => {
    service.online('maya', 'tom');
    for (const command of commands) expect(await service.command('maya', command)).toMatchObject({ ok: true });
    const before = service.console('tom');
    await vi.waitFor(async () => {
      const rows = await service.db.selectFrom('presence').select('user_id').execute();
      expect(rows).toHaveLength(2);
    });
    await service.takeOver();
    expect(service.console('tom')).toEqual(before);
    expect(before.managers.find((view) => view.managerId === managerId)).toMatchObject({
      divertAll: true,
      filterOn: false,
      assistantWatch: false,
      alertTone: false,
      filterMode: 'exclusive',
      inclusive: ['4930*', '101X'],
      exclusive: ['*44'],
      divertTarget: { kind: 'number', number },
      defaultAssistant: 'tom',
    });
    expect(service.console('maya').me).toMatchObject({ online: false, redirectTo: number });
    expect(await service.changeLog()).toHaveLength(commands.length);
  });

  it('a service that has lost the lease changes nothing, neither here nor there', async () => {
    const older = service.now;
    await service.db.updateTable('lease').set({ holder: 'somebody else' }).where('id', '=', 1).execute();
    for (const command of commands.slice(0, -1)) {
      expect(await service.command('maya', command)).toMatchObject({ error: { code: 'standby' } });
    }
    const shown = service.console('maya');
    expect(service.now).toBe(older);
    await service.takeOver();
    expect(service.console('maya').managers).toEqual(shown.managers);
    expect(await service.changeLog()).toEqual([]);
  });

  it.each<Command>([
    { type: 'setDefaultAssistant', managerId, assistantId: user('tom') },
    { type: 'setDivertTarget', managerId, target: { kind: 'assistant', userId: user('tom') } },
  ])('an assistant whom the administrator has just taken away can no longer be chosen: %o', async (command) => {
    const settings = async () => [
      await service.db.selectFrom('associations').selectAll().where('manager_id', '=', managerId).execute(),
      await service.db.selectFrom('manager_settings').select('divert_kind').execute(),
      await service.changeLog(),
    ];
    await service.db.deleteFrom('associations').where('assistant_id', '=', 'tom').execute();
    const before = await settings();
    expect(await service.command('maya', command)).toMatchObject({ ok: false, error: { code: 'staleState' } });
    expect(await settings()).toEqual(before);
    expect(service.console('maya').managers[0]).toMatchObject({
      defaultAssistant: 'maya',
      divertTarget: { kind: 'activeAssistant' },
    });
  });
});
