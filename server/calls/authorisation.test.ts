/** Every command there is, at lines, calls and managers of somebody else: refused, and neither switch nor store has heard of it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectionIdOf, Dn, type ConnectionId } from '../../shared/ids';
import { Command, Digits } from '../../shared/protocol/commands';
import { lineId } from './testCompany';
import { TestService, user } from './testService';

const managerId = user('sue');
const to = Dn.parse('101');

/** What a command looks like whose object is not one's own; null where it can only be about oneself. */
const foreign: { readonly [T in Command['type']]: ((connectionId: ConnectionId) => Command) | null } = {
  makeCall: () => ({ type: 'makeCall', lineId: lineId('202'), to }),
  answer: (connectionId) => ({ type: 'answer', connectionId }),
  hangUp: (connectionId) => ({ type: 'hangUp', connectionId }),
  hold: (connectionId) => ({ type: 'hold', connectionId }),
  retrieve: (connectionId) => ({ type: 'retrieve', connectionId }),
  transfer: (connectionId) => ({ type: 'transfer', connectionId, to }),
  redirect: (connectionId) => ({ type: 'redirect', connectionId }),
  toVoicemail: (connectionId) => ({ type: 'toVoicemail', connectionId }),
  consult: (connectionId) => ({ type: 'consult', connectionId, to, purpose: 'transfer' }),
  cancelConsult: (connectionId) => ({ type: 'cancelConsult', connectionId }),
  directTransfer: (connectionId) => ({ type: 'directTransfer', connectionId, with: connectionId }),
  join: (connectionId) => ({ type: 'join', connectionId, with: [connectionId] }),
  sendDigits: (connectionId) => ({ type: 'sendDigits', connectionId, digits: Digits.parse('1') }),
  setFeature: () => ({ type: 'setFeature', managerId, feature: 'doNotDisturb', on: true }),
  setFilterMode: () => ({ type: 'setFilterMode', managerId, mode: 'exclusive' }),
  setPatterns: () => ({ type: 'setPatterns', managerId, mode: 'inclusive', patterns: ['1'] }),
  setDivertTarget: () => ({ type: 'setDivertTarget', managerId, target: { kind: 'number', number: to } }),
  setDefaultAssistant: () => ({ type: 'setDefaultAssistant', managerId, assistantId: user('maya') }),
  setRedirectTarget: null,
  setOnline: null,
};

let service: TestService;
beforeEach(async () => {
  service = await TestService.open();
  service.online('maya', 'tom', 'kim');
});
afterEach(() => service.close());

/** Lines of another assistant, of managers, of a caller, of nobody. */
const elsewhere = ['700-kim', '700', '600', '391', '102', 'nowhere'];

it('knows every command', () => {
  expect(Object.keys(foreign).toSorted()).toEqual(Command.options.map((o) => o.shape.type.value).toSorted());
});

it.each(Object.entries(foreign).flatMap(([type, make]) => (make ? [[type, make] as const] : [])))(
  '%s of what is not one’s own is refused',
  async (_type, make) => {
    const ringing = service.dial('102', '700');
    await service.reaches(ringing, '700 alerting, 700-kim alerting');
    const before = [service.sim.snapshot(), await service.changeLog()];
    const sent = service.sent.length;
    for (const line of elsewhere) {
      expect(await service.command('maya', make(connectionIdOf(ringing, lineId(line))))).toMatchObject({
        ok: false,
        error: { code: 'notAllowed' },
      });
    }
    expect(service.sent).toHaveLength(sent);
    expect([service.sim.snapshot(), await service.changeLog()]).toEqual(before);
  },
);

it.each(['sue', 'nobody', '__proto__', '101'])('%s, who is no assistant, can do nothing at all', async (userId) => {
  for (const command of [
    { type: 'setOnline', online: false },
    { type: 'setRedirectTarget', number: to },
    { type: 'makeCall', lineId: lineId('700'), to },
    { type: 'setFilterMode', managerId: user('ann'), mode: 'exclusive' },
  ] as const satisfies readonly Command[]) {
    expect(await service.command(userId, command)).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
  }
  expect(await service.changeLog()).toEqual([]);
});
