/** A keyboard-only run of every command there is: no mouse, the keys that the cheat sheet prints, the switch compared after each. */
import { expect } from '@playwright/test';
import { commandNames, type CommandName } from '../../renderer/commands/names';
import { demoPassword } from '../../server/demo/world';
import { test } from '../fixtures/shared';
import { enter, keysOnCheatSheet } from './keys';
import * as callRuns from './runs/calls';
import * as consoleRuns from './runs/console';
import * as joiningRuns from './runs/joining';
import * as managerRuns from './runs/managers';
import * as placeRuns from './runs/places';
import type { Run } from './runs/run';
import { clear } from './ways';

const groups = {
  'for calls': callRuns,
  'that bring people together': joiningRuns,
  'for managers': managerRuns,
  'that go somewhere': placeRuns,
  'for the console': consoleRuns,
} satisfies Record<string, Readonly<Partial<Record<CommandName, Run>>>>;

/** Those that end the session. */
const last: readonly string[] = ['signOut', 'quit'];

test('every command there is has a run', () => {
  const covered = Object.values(groups).flatMap((runs) => Object.keys(runs));
  expect(covered.toSorted()).toEqual([...commandNames].toSorted());
});

for (const [group, runs] of Object.entries<Readonly<Partial<Record<string, Run>>>>(groups)) {
  test(`commands ${group}, by keyboard alone`, async ({ page, assistant, pbx, hostKind }) => {
    // Dozens of keys, one after the other.
    test.setTimeout(300_000);
    await expect(page.getByLabel('User ID')).toBeFocused();
    await page.keyboard.type('maya');
    await page.keyboard.press('Tab');
    await page.keyboard.type(demoPassword);
    await page.keyboard.press('Enter');
    await expect(assistant.panel('My calls')).toBeVisible();
    const keys = await keysOnCheatSheet(page);

    const mine = commandNames
      .filter((name) => runs[name] !== undefined)
      .toSorted((a, b) => last.indexOf(a) - last.indexOf(b));
    for (const name of mine) {
      // What only a desktop can do is told apart in the console's own tests of the browser host.
      if (hostKind === 'browser' && (name === 'quit' || name === 'togglePopToFront')) continue;
      const [first, ...others] = keys.get(name) ?? [];
      if (first === undefined) throw new Error(`the cheat sheet has no keys for ${name}`);
      for (const combination of [first, ...others]) {
        await test.step(`${name}: ${combination}`, async () => {
          let pressed = 0;
          await runs[name]?.({
            page,
            assistant,
            pbx,
            press: async () => {
              pressed += 1;
              await page.keyboard.press(combination);
            },
            enter: (text) => enter(page, text),
          });
          expect(pressed, `the run of ${name} presses its keys`).toBeGreaterThan(0);
          if (name !== 'quit') await clear({ pbx, assistant });
        });
      }
    }
  });
}
