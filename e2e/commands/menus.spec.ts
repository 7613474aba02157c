/** Context menus and double clicks: the same commands by other ways, with the switch compared. */
import { expect } from '@playwright/test';
import { showPanel, test } from '../fixtures/shared';
import { anna, grace, lars, own, peter, amira, ring, talk } from './callers';
import * as callRuns from './runs/calls';
import * as joiningRuns from './runs/joining';
import { intercom, callManager } from './runs/managers';
import type { Run } from './runs/run';
import { byContextMenu, clear, deskOf, mouseCommands } from './ways';
import { expectCalls } from './wholeSwitch';

const runs = { ...callRuns, ...joiningRuns };
const inCallMenu = mouseCommands.filter(
  (name) => name !== 'callBack' && name !== 'redirectTarget' && name !== 'intercom',
);

test('each command for a call from its context menu', async ({ assistant, page, pbx }) => {
  test.setTimeout(300_000);
  await assistant.signIn();
  for (const name of inCallMenu) {
    await test.step(name, async () => {
      await runs[name](deskOf({ page, assistant, pbx }, () => byContextMenu(assistant, name)));
      await clear({ pbx, assistant });
    });
  }
});

test('the menus of a line and of a manager', async ({ assistant, page, pbx }) => {
  await assistant.signIn();
  const ofManager = (name: string) => async (): Promise<void> => {
    await assistant.manager(anna.name).getByText(anna.name).click({ button: 'right' });
    await page.getByRole('menuitem', { name }).click();
  };
  const each: readonly (readonly [string, Run, () => Promise<void>])[] = [
    ['Intercom', intercom, ofManager('Intercom')],
    ['Call manager', callManager, ofManager('Call manager')],
    [
      'Redirect target',
      callRuns.redirectTarget,
      async () => {
        await page.getByRole('option', { name: new RegExp(`Maya.*${own}`) }).click({ button: 'right' });
        await page.getByRole('menuitem', { name: 'Redirect target' }).click();
      },
    ],
  ];
  for (const [name, run, press] of each) {
    await test.step(name, async () => {
      await run(deskOf({ page, assistant, pbx }, press));
      await clear({ pbx, assistant });
    });
  }
  // A number in the dial field is called from whichever line is meant.
  await page.getByLabel('Dial a number').fill(lars.dn);
  await page.getByRole('option', { name: new RegExp(`${amira.name}.*${amira.proxy}`) }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: `Call ${lars.dn} from this line` }).click();
  await expectCalls(pbx, { [amira.proxy]: 'alerting', [lars.dn]: 'alerting' });
});

test('a double click answers, resumes, uses the intercom, calls', async ({ assistant, page, pbx }) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await ring(place, grace, anna);
  await assistant.call(grace.name).dblclick();
  await expectCalls(pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
  await expect(assistant.call(grace.name)).toHaveAttribute('data-call-state', 'connected');
  await page.keyboard.press('F6');
  await expect(assistant.call(grace.name)).toHaveAttribute('data-call-state', 'hold');
  await assistant.call(grace.name).dblclick();
  await expectCalls(pbx, { [grace.dn]: 'connected', [anna.proxy]: 'connected' });
  await clear(place);

  await page.getByRole('option', { name: new RegExp(anna.intercom) }).dblclick();
  await expectCalls(pbx, { [anna.intercom]: 'connected', [anna.herIntercom]: 'connected' });
  await clear(place);

  const calling = { [own]: 'alerting', [lars.dn]: 'alerting' } as const;
  await page.getByLabel('Search the directory').fill('lars and');
  await page.getByRole('row', { name: new RegExp(lars.name) }).dblclick();
  await expectCalls(pbx, calling);
  await clear(place);

  await showPanel(page, 'History');
  await page
    .getByRole('row', { name: new RegExp(lars.name) })
    .first()
    .dblclick();
  await expectCalls(pbx, calling);
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('dialog').getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await clear(place);

  await showPanel(page, 'Speed dials');
  await page.getByRole('row', { name: new RegExp(lars.name) }).dblclick();
  await expectCalls(pbx, calling);
});

test('a person found is called, transferred to, consulted, added, from the menu', async ({ assistant, page, pbx }) => {
  const place = { assistant, pbx };
  await assistant.signIn();
  await page.getByLabel('Search the directory').fill('lars and');
  const choose = async (entry: string): Promise<void> => {
    await page.getByRole('row', { name: new RegExp(lars.name) }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: entry, exact: false }).first().click();
  };
  await choose('Call');
  await expectCalls(pbx, { [own]: 'alerting', [lars.dn]: 'alerting' });
  await clear(place);

  await talk(place, grace, anna);
  await choose('Transfer to');
  await expectCalls(pbx, { [grace.dn]: 'alerting', [lars.dn]: 'alerting' });
  await clear(place);

  for (const [entry, word] of [
    ['Consult with', 'Complete transfer'],
    ['Add to conference', 'Complete conference'],
  ] as const) {
    await talk(place, peter, amira);
    await choose(entry);
    await expectCalls(
      pbx,
      { [peter.dn]: 'connected', [amira.proxy]: 'hold' },
      { [amira.proxy]: 'alerting', [lars.dn]: 'alerting' },
    );
    await expect(assistant.button(word)).toBeVisible();
    await clear(place);
  }
});
