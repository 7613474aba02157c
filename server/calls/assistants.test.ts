/** Who serves a manager moves as assistants come, go offline, vanish and come back (product §5). */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Dn } from '../../shared/ids';
import { TestService, user } from './testService';

let service: TestService;
beforeEach(async () => (service = await TestService.open()));
afterEach(() => service.close());

const active = (managerId = 'ann') =>
  service.console('maya').managers.find((view) => view.managerId === managerId)?.activeAssistant;
const stored = async () => {
  const rows = await service.db.selectFrom('presence').select('user_id').orderBy('user_id').execute();
  return rows.map((row) => row.user_id);
};
const go = (userId: string, online: boolean) => service.command(userId, { type: 'setOnline', online });

it('the default assistant takes its managers back', async () => {
  expect(active()).toBeNull();
  service.online('tom');
  expect(active()).toBe('tom');
  service.online('maya');
  expect(active()).toBe('maya');
  expect(await go('maya', false)).toMatchObject({ ok: true });
  expect(active()).toBe('tom');
  await service.reaches(service.dial('101', '600'), '391 alerting');
  await go('maya', true);
  await service.reaches(service.dial('102', '600'), '390 alerting');
  service.now.presence.left(user('maya'));
  service.now.presence.left(user('tom'));
  await service.reaches(service.dial('103', '600'), '600 alerting');
});

it('another default assistant is in force for the next call, and logged', async () => {
  service.online('maya', 'tom');
  const choose = { type: 'setDefaultAssistant', managerId: user('ann'), assistantId: user('tom') } as const;
  expect(await service.command('maya', choose)).toMatchObject({ ok: true });
  await service.reaches(service.dial('101', '600'), '391 alerting');
  await service.takeOver();
  expect(active()).toBe('tom');
  expect(active('ben')).toBe('maya');
  expect(await service.changeLog()).toEqual(['assistant maya for ann (600): defaultAssistant maya -> tom']);
  expect(await service.command('maya', { ...choose, assistantId: user('kim') })).toMatchObject({
    error: { code: 'notAllowed' },
  });
});

it('a redirect target is a number that somebody has, or none', async () => {
  const redirect = (number: string | null) =>
    service.command('maya', { type: 'setRedirectTarget', number: number === null ? null : Dn.parse(number) });
  expect(await redirect('99999999')).toMatchObject({ error: { code: 'cannotDial' } });
  expect(service.console('maya').me.redirectTo).toBeNull();
  expect(await redirect('101')).toMatchObject({ ok: true });
  expect(await redirect(null)).toMatchObject({ ok: true });
  expect(await service.changeLog()).toHaveLength(2);
});

it('gone offline lasts over a takeover with the console still signed in, until the next login', async () => {
  service.online('maya', 'tom');
  await go('maya', false);
  expect(service.console('maya').me.online).toBe(false);
  await go('maya', false);
  await service.takeOver();
  service.now.presence.arrived(user('maya'));
  expect(service.console('maya').me.online).toBe(false);
  expect(active()).toBe('tom');
  service.online('maya');
  expect(active()).toBe('maya');
  expect(await service.changeLog()).toEqual(['assistant maya for maya (200): online true -> false']);
});

it('who logged out or vanished is not taken for offline by choice', async () => {
  service.online('maya', 'tom');
  service.now.presence.left(user('maya'));
  await vi.waitFor(async () => expect(await stored()).toEqual(['tom']));
  await service.takeOver();
  service.now.presence.arrived(user('maya'));
  expect(service.console('maya').me.online).toBe(true);
});

it('does not exist with shared lines', async () => {
  service.online('kim');
  expect(await go('kim', false)).toMatchObject({ error: { code: 'notAllowed' } });
  expect(service.console('kim').me.online).toBe(true);
});

it("leaves another pool's assistants alone", async () => {
  service.online('maya', 'tom');
  await vi.waitFor(async () => expect(await stored()).toEqual(['maya', 'tom']));
  await service.db.updateTable('users').set({ pool: 2 }).where('id', '=', 'tom').execute();
  const taken = await service.takeOver();
  expect(taken.presence.everybody).toEqual(['maya']);
});
