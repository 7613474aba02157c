/** The simulated switch of that cluster: a phone for each manager, assistant and caller. */
import type { Dn, LineId, PhoneId } from '../../../shared/ids';
import type { SwitchPhone } from '../../../server/switch/port';
import type { SwitchPlan } from '../../../server/switch/sim/plan';
import { assistantOf, callerOf, callers, managerOf, managersOf, pairs, proxyLineOf } from './people';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

export function fullPlan(): SwitchPlan {
  const managers = upTo(pairs).map(managerOf);
  const assistants = upTo(pairs).map(assistantOf);
  return {
    phones: [
      ...managers.map(({ phoneId, ...line }, at) => phone(phoneId, `Manager ${at}`, [line])),
      ...assistants.map(({ phoneId, ...line }, at) => {
        const proxies = managersOf(at).map((manager) => proxyLineOf(manager, at));
        return phone(phoneId, `Assistant ${at}`, [line, ...proxies]);
      }),
      ...upTo(callers)
        .map(callerOf)
        .map(({ phoneId, ...line }, at) => phone(phoneId, `Caller ${at}`, [line])),
    ],
    routePoints: managers.map(({ dn }) => dn),
    trustedLines: [...managers, ...assistants].map(({ lineId }) => lineId),
  };
}

function phone(
  phoneId: PhoneId,
  name: string,
  lines: readonly { readonly lineId: LineId; readonly dn: Dn }[],
): SwitchPhone {
  return {
    phoneId,
    name,
    lines: lines.map(({ lineId, dn }) => ({ lineId, dn, label: name, intercom: false })),
    doNotDisturb: false,
    forwardedTo: null,
    messageWaiting: false,
    alertedAt: null,
    status: null,
  };
}
