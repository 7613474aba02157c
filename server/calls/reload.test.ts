/** The configuration is read again while people go on changing settings. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCompany } from '../store/loadCompany';
import { TestService, user } from './testService';

let service: TestService;

beforeEach(async () => {
  service = await TestService.open();
  service.online('maya');
});
afterEach(() => service.close());

const ann = () => service.console('maya').managers.find(({ managerId }) => managerId === 'ann');

it('what is set after it was read and before it is in force stays set, and the rest is new', async () => {
  await service.db.updateTable('users').set({ last_name: 'Nowak' }).where('id', '=', 'ann').execute();
  const inForce = await service.now.reload(async () => {
    const company = await loadCompany(service.db, 1);
    await service.command('maya', { type: 'setFeature', managerId: user('ann'), feature: 'divertAll', on: true });
    await service.command('maya', { type: 'setRedirectTarget', number: service.console('maya').me.dn });
    return company;
  });
  expect(inForce).toBe(true);
  expect(ann()).toMatchObject({ name: 'Ann Nowak', divertAll: true });
  expect(service.console('maya').me.redirectTo).toBe('200');
});

it('changes nothing where it cannot be read, or where somebody else has become active meanwhile', async () => {
  const before = service.now.world.company;
  await expect(service.now.reload(() => Promise.reject(new Error('the database is away')))).rejects.toThrow('away');
  expect(service.now.world.company).toBe(before);
  const old = service.now;
  const company = await loadCompany(service.db, 1);
  const inForce = await old.reload(() => {
    old.close();
    return Promise.resolve(company);
  });
  expect([inForce, old.world.company]).toEqual([false, before]);
});
