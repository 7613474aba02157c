/** A cluster at its limits (product §4): 3,500 managers and 3,500 assistants, with full filter lists. */
import { Dn, LineId, PhoneId, UserId } from '../../../shared/ids';
import { newManagerSettings, type Assistant, type Company, type Manager } from '../../../server/store/company';
import type { Parameters } from '../../../server/store/parameters';
import type { Random } from '../random';
import { pairs } from './people';

const patterns = 100;

const dnOf = (kind: 1 | 2 | 3, at: number) => Dn.parse(String(kind * 10_000 + at));
export const managerDn = (at: number): Dn => dnOf(1, at);
const managerId = (at: number) => UserId.parse(`m${at}`);
const assistantId = (at: number) => UserId.parse(`a${at}`);
const proxyLine = (manager: number, assistant: number) => LineId.parse(`p${manager}-${assistant}`);

/** Manager `at` is served by assistants `at` and `at + 1`. */
export function fullCompany(parameters: Parameters, random: Random): Company {
  const all = Array.from({ length: pairs }, (_, at) => at);
  const rule = (at: number) => ({ name: `r${at}`, beginsWith: `9${at}`, digits: null, remove: 1, prefix: '' });
  return {
    managers: new Map(all.map((at) => [managerId(at), manager(at, random)])),
    assistants: new Map(all.map((at) => [assistantId(at), assistant(at)])),
    parameters,
    rules: { dial: all.slice(0, 50).map(rule), lookup: [] },
  };
}

function manager(at: number, random: Random): Manager {
  const list = Array.from({ length: patterns }, (_, place) => `49${at}${place}*`);
  return {
    userId: managerId(at),
    name: `Manager ${at}`,
    dn: managerDn(at),
    mode: 'proxy',
    phoneId: PhoneId.parse(`pm${at}`),
    lineId: LineId.parse(`lm${at}`),
    hasVoicemail: true,
    intercomDn: null,
    assistants: [at, (at + 1) % pairs].map((place) => ({ userId: assistantId(place), lineId: proxyLine(at, place) })),
    defaultAssistant: assistantId(at),
    settings: {
      ...newManagerSettings,
      filterOn: random.next() < 0.8,
      divertAll: random.next() < 0.2,
      filterMode: random.next() < 0.5 ? 'inclusive' : 'exclusive',
      divertTarget: random.next() < 0.3 ? { kind: 'number', number: Dn.parse('9105') } : { kind: 'activeAssistant' },
      inclusive: list,
      exclusive: list,
    },
  };
}

function assistant(at: number): Assistant {
  return {
    userId: assistantId(at),
    name: `Assistant ${at}`,
    dn: dnOf(2, at),
    mode: 'proxy',
    phoneId: PhoneId.parse(`pa${at}`),
    redirectTo: null,
    lines: [],
    managers: [managerId(at), managerId((at + pairs - 1) % pairs)],
  };
}
