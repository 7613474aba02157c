/** A small company for tests: one manager in proxy line mode, one in shared line mode, two assistants. */
import { Dn, LineId, PhoneId, UserId } from '../../../shared/ids';
import { parseParameters } from '../../store/parameters';
import { newManagerSettings, type Company, type Manager } from '../../store/company';

export const at = (number: string) => LineId.parse(`line-${number}`);
const user = (id: string) => UserId.parse(id);

const common = {
  phoneId: PhoneId.parse('phone'),
  hasVoicemail: true,
  intercomDn: null,
  defaultAssistant: null,
  settings: newManagerSettings,
};

const boss: Manager = {
  ...common,
  userId: user('boss'),
  name: 'Boss',
  dn: Dn.parse('600'),
  mode: 'proxy',
  lineId: at('600'),
  assistants: [
    { userId: user('maya'), lineId: at('390') },
    { userId: user('tom'), lineId: at('380') },
  ],
};

const chief: Manager = {
  ...common,
  userId: user('chief'),
  name: 'Chief',
  dn: Dn.parse('700'),
  mode: 'shared',
  lineId: at('700'),
  assistants: [{ userId: user('ines'), lineId: at('700-ines') }],
};

function assistant(id: string, dn: string) {
  const line = { lineId: at(dn), dn: Dn.parse(dn), phoneId: common.phoneId, kind: 'own' as const, managerId: null };
  return {
    userId: user(id),
    name: id,
    dn: Dn.parse(dn),
    mode: 'proxy' as const,
    phoneId: common.phoneId,
    redirectTo: null,
    lines: [line],
    managers: [],
  };
}

export const testCompany: Company = {
  assistants: new Map(
    [assistant('maya', '200'), assistant('tom', '201'), assistant('ines', '202')].map((a) => [a.userId, a]),
  ),
  managers: new Map([boss, chief].map((manager) => [manager.userId, manager])),
  parameters: parseParameters(new Map()),
  rules: { dial: [], lookup: [] },
};
