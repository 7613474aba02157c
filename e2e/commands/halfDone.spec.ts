/** A transfer or a conference that is half done outlives the service that began it: on the other one it is seen, completed and cancelled. */
import { expect } from '@playwright/test';
import type { World } from '../../build/scripts/world';
import { kill, test } from '../fixtures/test';
import { anna, grace, lars, talk, type Place } from './callers';
import { enter } from './keys';
import { callWith } from './selected';
import { expectCalls } from './wholeSwitch';

const waiting = { [grace.dn]: 'connected', [anna.proxy]: 'hold' } as const;
const asked = { [anna.proxy]: 'connected', [lars.dn]: 'connected' } as const;

/** Begins it by keyboard and lets the other answer. */
async function begin(place: Place, keys: string): Promise<void> {
  await talk(place, grace, anna);
  await place.assistant.page.keyboard.press(keys);
  await enter(place.assistant.page, lars.dn);
  await place.pbx.expectAt(lars.dn, 'alerting');
  await place.pbx.press(lars.dn, 'answer');
  await expect(callWith(place.assistant, lars.name)).toHaveAttribute('data-call-state', 'connected');
  await expectCalls(place.pbx, waiting, asked);
}

async function killActive(world: World, place: Place, active: 'primary' | 'backup'): Promise<void> {
  const other = active === 'primary' ? 'backup' : 'primary';
  await expect(place.assistant.connection).toContainText(`Connected to ${active}`);
  await kill(world, active);
  await expect(place.assistant.connection).toContainText(`Connected to ${other}`);
  // The calls never knew.
  await expectCalls(place.pbx, waiting, asked);
}

const kinds = [
  {
    purpose: 'transfer',
    keys: 'Shift+F7',
    bar: `Transferring ${grace.name} to ${lars.name}`,
    after: [{ [grace.dn]: 'connected', [lars.dn]: 'connected' }],
  },
  {
    purpose: 'conference',
    keys: 'Control+g',
    bar: `Adding ${lars.name} to the call with ${grace.name}`,
    after: [{ [grace.dn]: 'connected', [anna.proxy]: 'connected', [lars.dn]: 'connected' }],
  },
] as const;

for (const { purpose, keys, bar, after } of kinds) {
  test(`a ${purpose} half done: completed on the backup, another cancelled on the primary`, async ({
    assistant,
    pbx,
    world,
    page,
  }) => {
    test.setTimeout(180_000);
    const place = { assistant, pbx };
    const half = page.getByRole('group', { name: bar });
    await assistant.signIn();

    await begin(place, keys);
    await killActive(world, place, 'primary');
    await expect(half).toBeVisible();
    await expect(assistant.button(`Complete ${purpose}`)).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expectCalls(pbx, ...after);
    await expect(half).toHaveCount(0);
    await pbx.endAllCalls();
    await expect(assistant.call(/./)).toHaveCount(0);

    await world.restart('primary');
    await begin(place, keys);
    await killActive(world, place, 'backup');
    await expect(half).toBeVisible();
    await half.getByRole('button', { name: `Cancel ${purpose}` }).click();
    await expectCalls(pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
    await expect(half).toHaveCount(0);
  });
}
