/** The bridge over what the desktop preload exposes. */
import { bridgeRequests } from '../../shared/bridge';
import type { Bridge, BridgeArgs, BridgeRequestName, BridgeResult } from '../../shared/bridge';
import { BridgeError } from '../../shared/bridgeWire';
import type { ExposedBridge } from '../../shared/bridgeWire';

export function desktopBridge(exposed: ExposedBridge): Bridge {
  return {
    host: 'desktop',
    async request<K extends BridgeRequestName>(name: K, args: BridgeArgs<K>): Promise<BridgeResult<K>> {
      const answer = await exposed.request(name, args);
      if (!answer.ok) throw new BridgeError(answer.error.code);
      return bridgeRequests[name].result.parse(answer.value) as BridgeResult<K>;
    },
    subscribe: (listener) => exposed.subscribe(listener),
  };
}
