/** Who calls whom in these tests: names and numbers of the demo company (server/demo). */
import { expect } from '@playwright/test';
import type { ConsoleDriver } from '../fixtures/consoleDriver';
import type { SwitchDriver } from '../fixtures/switchDriver';

export const grace = { name: 'Grace Whitfield', dn: '+442079460118' } as const;
export const peter = { name: 'Peter Brandt', dn: '+493055570142' } as const;
export const luc = { name: 'Luc Delacroix', dn: '+33199000417' } as const;
export const daniel = { name: 'Daniel Reyes', dn: '+12125550173' } as const;
export type Caller = typeof grace | typeof peter | typeof luc | typeof daniel;

/** Managers whose calls come to Maya, with her proxy line for each. */
export const anna = { name: 'Anna Kowalska', dn: '60001', proxy: '39001', intercom: '52001', herIntercom: '50001' };
export const amira = { name: 'Amira Haddad', dn: '60003', proxy: '39003' };
export const david = { name: 'David Okafor', dn: '60004', proxy: '39004' };

/** Maya's own line. */
export const own = '2001';
/** A colleague. */
export const lars = { name: 'Lars Andersson', dn: '1001' } as const;

export interface Place {
  readonly pbx: SwitchDriver;
  readonly assistant: ConsoleDriver;
}
type Manager = { readonly dn: string; readonly proxy: string };

/** A call for a manager rings at the assistant, on the screen too. */
export async function ring({ pbx, assistant }: Place, caller: Caller, { dn, proxy }: Manager): Promise<void> {
  await pbx.press(caller.dn, 'dial', dn);
  await pbx.expectAt(proxy, 'alerting');
  await expect(assistant.call(caller.name)).toHaveAttribute('data-call-state', 'alerting');
}

/** The same, answered with the key for it. */
export async function talk(place: Place, caller: Caller, manager: Manager): Promise<void> {
  await ring(place, caller, manager);
  await place.assistant.page.keyboard.press('F2');
  await place.pbx.expectAt(manager.proxy, 'connected');
  await expect(place.assistant.call(caller.name)).toHaveAttribute('data-call-state', 'connected');
}
