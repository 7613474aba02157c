/** The whole switch compared with what a test expects: every call with every line in it, and nothing besides. */
import { expect } from '@playwright/test';
import type { SwitchCall, SwitchPhone } from '../../server/switch/port';
import type { SwitchDriver } from '../fixtures/switchDriver';

/** The lines of a call and how each stands in it: `{ '39001': 'connected', '+4420…': 'connected' }`. */
export type Lines = Readonly<Record<string, SwitchCall['connections'][number]['state']>>;

/** Waits until the switch has exactly these calls, in whatever order. */
export async function expectCalls(pbx: SwitchDriver, ...wanted: readonly Lines[]): Promise<void> {
  const now = async (): Promise<string[]> => {
    const { calls } = await pbx.state();
    return calls.map((call) => written(call.connections.map(({ dn, state }) => [dn, state]))).toSorted();
  };
  const then = wanted.map((lines) => written(Object.entries(lines))).toSorted();
  await expect.poll(now, { message: 'the calls of the switch' }).toEqual(then);
}

function written(lines: readonly (readonly [string, string])[]): string {
  return lines
    .map(([dn, state]) => `${dn} ${state}`)
    .toSorted()
    .join(', ');
}

/** The phone whose first line has this number. */
export async function phoneOf(pbx: SwitchDriver, dn: string): Promise<SwitchPhone> {
  const phone = (await pbx.state()).phones.find(({ lines }) => lines[0]?.dn === dn);
  if (phone === undefined) throw new Error(`no phone has ${dn}`);
  return phone;
}

/** The tones that this line has sent into its call. */
export async function expectTones(pbx: SwitchDriver, dn: string, digits: string): Promise<void> {
  const sent = async (): Promise<string[]> => (await pbx.callsAt(dn)).map(({ connection }) => connection.digits);
  await expect.poll(sent, { message: `tones from ${dn}` }).toEqual([digits]);
}
