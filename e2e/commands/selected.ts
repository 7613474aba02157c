/** Calls as the list of calls shows them. */
import type { Locator } from '@playwright/test';
import type { ConsoleDriver } from '../fixtures/consoleDriver';

/** The one that the commands act on. */
export function selectedCall(assistant: ConsoleDriver): Locator {
  return assistant.panel('My calls').getByRole('option', { selected: true });
}

/** The call with this person; a call that only waits for them names them too, and is not meant. */
export function callWith(assistant: ConsoleDriver, name: string): Locator {
  const { page } = assistant;
  return assistant.call(/./).filter({ has: page.locator('.call__who', { hasText: name }) });
}
