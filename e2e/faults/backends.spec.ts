/** What is behind the services goes away and comes back: the switch and the database. PostgreSQL is in e2e/postgres.spec.ts. */
import { rename } from 'node:fs/promises';
import { openStore } from '../../server/store/open';
import { annaAtMaya, calm, expect, test } from './desk';

test.use({ clocks: calm });

test('the switch freezes: told, refused at once, done late by nobody; it wakes up with everything as it was', async ({
  desk,
}) => {
  await desk.talk();
  const active = await desk.active();
  desk.world.switch.child.kill('SIGSTOP');
  const sent = desk.press();
  await expect.poll(async () => (await desk.health(active))?.switch).toBe('down');
  // It was sent and not answered: nobody knows, and nobody says no.
  expect(await sent).toBe('unknown');
  await expect.poll(async () => (await desk.state()).console?.service.callControl).toBe('down');
  await expect(desk.screen.button('Hold')).toBeDisabled();
  expect(await desk.press()).toBe('refused');
  desk.world.switch.child.kill('SIGCONT');
  await desk.agrees();
  const { connection } = await desk.pbx.expectAt(annaAtMaya, 'connected');
  expect(connection.digits, 'nothing was done late').toBe('');
  expect(await desk.press()).toBe('done');
});

test('the switch dies and comes back without its calls: they leave the screen', async ({ desk }) => {
  await desk.talk();
  const active = await desk.active();
  await desk.world.killSwitch();
  await expect.poll(async () => (await desk.health(active))?.switch).toBe('down');
  await expect(desk.screen.call(/Anna Kowalska/)).toBeVisible();
  await desk.world.restartSwitch();
  await expect(desk.screen.call(/Anna Kowalska/)).toHaveCount(0);
  await desk.agrees();
  await desk.talk();
  expect(await desk.press()).toBe('done');
  await desk.agrees();
});

test('the database is locked and let go: calls are handled meanwhile', async ({ desk }) => {
  await desk.talk();
  const active = await desk.active();
  const db = await openStore(desk.world.database);
  await db.transaction().execute(async () => {
    await expect.poll(async () => (await desk.health(active))?.store).toBe('down');
    expect(await desk.press()).toBe('done');
    expect(await desk.active()).toBe(active);
  });
  await db.destroy();
  await desk.agrees();
  expect(await desk.press()).toBe('done');
  await desk.kept();
  await desk.agrees();
});

test('the database file is moved away and back', async ({ desk }) => {
  await desk.talk();
  const { database } = desk.world;
  await rename(database, `${database}.away`);
  try {
    expect(await desk.press()).toBe('done');
  } finally {
    await rename(`${database}.away`, database);
  }
  await desk.agrees();
  expect(await desk.press()).toBe('done');
  await desk.kept();
  await desk.agrees();
});
