/**
 * A small company for tests, with its switch. Ann (600, voicemail) and Ben (601) have proxy lines at Maya's (their default) and
 * Tom's; Sue (700, voicemail) shares her line with Kim. Nobody is called by the callers' numbers 101 to 106 but themselves.
 */
import { Dn, LineId, PhoneId } from '../../shared/ids';
import type { Db } from '../store/open';
import { flag } from '../store/schema';
import type { SwitchPhone } from '../switch/port';
import type { SwitchPlan } from '../switch/sim/plan';

const dn = (number: string) => Dn.parse(number);
export const lineId = (id: string) => LineId.parse(`line-${id}`);

interface Line {
  readonly id: string;
  readonly dn: string;
  readonly kind: 'own' | 'proxy' | 'shared' | 'intercom';
  readonly manager?: string;
}
const own = (number: string): Line => ({ id: number, dn: number, kind: 'own' });
const proxy = (number: string, manager: string): Line => ({ id: number, dn: number, kind: 'proxy', manager });
const intercom = (number: string): Line => ({ id: number, dn: number, kind: 'intercom' });

interface Person {
  readonly id: string;
  readonly role: 'manager' | 'assistant';
  readonly mode: 'proxy' | 'shared';
  readonly voicemail: boolean;
  /** The own line first: the phone has its number. */
  readonly lines: readonly Line[];
}

const manager = (id: string, mode: Person['mode'], voicemail: boolean, ...lines: Line[]): Person => {
  return { id, role: 'manager', mode, voicemail, lines };
};
const assistant = (id: string, mode: Person['mode'], ...lines: Line[]): Person => {
  return { id, role: 'assistant', mode, voicemail: false, lines };
};

const people: readonly Person[] = [
  manager('ann', 'proxy', true, own('600'), intercom('6009')),
  manager('ben', 'proxy', false, own('601')),
  manager('sue', 'shared', true, own('700')),
  assistant('maya', 'proxy', own('200'), proxy('390', 'ann'), proxy('392', 'ben'), intercom('2009')),
  assistant('tom', 'proxy', own('201'), proxy('391', 'ann'), proxy('393', 'ben')),
  assistant('kim', 'shared', own('202'), { id: '700-kim', dn: '700', kind: 'shared', manager: 'sue' }),
];
const phoneOf = (lines: readonly Line[]) => `phone-${lines[0]?.id ?? ''}`;
const callers = ['101', '102', '103', '104', '105', '106'];

function phone(name: string, lines: readonly Line[]): SwitchPhone {
  return {
    phoneId: PhoneId.parse(phoneOf(lines)),
    name,
    lines: lines.map(({ id, dn: number, kind }) => ({
      lineId: lineId(id),
      dn: dn(number),
      label: kind === 'intercom' ? `Intercom of ${name}` : name,
      intercom: kind === 'intercom',
    })),
    doNotDisturb: false,
    forwardedTo: null,
    messageWaiting: false,
    alertedAt: null,
    status: null,
  };
}

export const testPlan: SwitchPlan = {
  phones: [
    ...people.map(({ id, lines }) => phone(id, lines)),
    ...callers.map((number) => phone(`Caller ${number}`, [own(number)])),
    // Somebody outside: the switch knows the number and no name.
    phone('', [{ id: '9001', dn: '+49305550100', kind: 'own' }]),
  ],
  routePoints: [dn('600'), dn('601')],
  trustedLines: people.flatMap(({ lines }) => lines.map(({ id }) => lineId(id))),
  sharedDns: [dn('700')],
  voicemail: { pilot: dn('8500'), boxes: [dn('600'), dn('700')] },
};

/** `parameters` as they are stored. */
export async function seedTestCompany(db: Db, parameters: Record<string, string>): Promise<void> {
  for (const { id, role, mode, voicemail, lines } of people) {
    const name = { first_name: id.charAt(0).toUpperCase() + id.slice(1), last_name: '' };
    const account = { password_hash: '', pool: 1, voicemail: flag(voicemail), redirect_to: null };
    await db
      .insertInto('users')
      .values({ id, ...name, role, mode, ...account })
      .execute();
    const rows = lines.map((line, position) => ({
      id: lineId(line.id),
      user_id: id,
      dn: line.dn,
      phone_id: phoneOf(lines),
      kind: line.kind,
      position,
    }));
    await db.insertInto('lines').values(rows).execute();
  }
  for (const { id, lines } of people) {
    for (const [position, line] of lines.entries()) {
      if (line.manager === undefined) continue;
      const row = { manager_id: line.manager, assistant_id: id, line_id: lineId(line.id), position };
      await db
        .insertInto('associations')
        .values({ ...row, position: id === 'tom' ? 10 : position, is_default: flag(id === 'maya') })
        .execute();
    }
  }
  const stored = Object.entries(parameters).map(([key, value]) => ({ key, value }));
  if (stored.length > 0) await db.insertInto('parameters').values(stored).execute();
}
