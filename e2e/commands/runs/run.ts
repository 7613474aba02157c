/** What a run of one command is given: a console that is signed in, a switch without calls, and the command's own keys. */
import type { Page } from '@playwright/test';
import type { ConsoleDriver } from '../../fixtures/consoleDriver';
import type { SwitchDriver } from '../../fixtures/switchDriver';

export interface Desk {
  readonly page: Page;
  readonly assistant: ConsoleDriver;
  readonly pbx: SwitchDriver;
  /** Presses the keys of the command that is run. */
  readonly press: () => Promise<void>;
  /** Types into whatever has the focus, then Enter. */
  readonly enter: (text: string) => Promise<void>;
}

/** Does what the command is for, by keyboard alone, and compares the result. Leaves nothing set. */
export type Run = (desk: Desk) => Promise<void>;
