/** Who is who in the cluster at its limits: numbers, lines and phones, the same for database, switch and consoles. */
import { Dn, LineId, PhoneId, UserId } from '../../../shared/ids';

export const pairs = 3_500;
export const callers = 2_000;

const dnOf = (kind: number, at: number) => Dn.parse(String(kind * 10_000 + at));

export const managerOf = (at: number) => ({
  userId: UserId.parse(`m${at}`),
  dn: dnOf(1, at),
  lineId: LineId.parse(`lm${at}`),
  phoneId: PhoneId.parse(`pm${at}`),
});

export const assistantOf = (at: number) => ({
  userId: UserId.parse(`a${at}`),
  dn: dnOf(2, at),
  lineId: LineId.parse(`la${at}`),
  phoneId: PhoneId.parse(`pa${at}`),
});

export const callerOf = (at: number) => ({
  dn: dnOf(5, at),
  lineId: LineId.parse(`lc${at}`),
  phoneId: PhoneId.parse(`pc${at}`),
});

/** Manager `at` is served by assistants `at` and `at + 1`. */
export const assistantsOf = (manager: number): number[] => [manager, (manager + 1) % pairs];
/** Assistant `at` serves managers `at` and `at - 1`. */
export const managersOf = (assistant: number): number[] => [assistant, (assistant + pairs - 1) % pairs];

/** Where assistant `assistant` gets the calls of manager `manager`. */
export function proxyLineOf(manager: number, assistant: number) {
  const dn = dnOf(manager === assistant ? 3 : 4, manager);
  return { dn, lineId: LineId.parse(`p${manager}-${assistant}`) };
}
