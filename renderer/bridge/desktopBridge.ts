/** The bridge over what the desktop preload exposes. Page and host are one program of one build: the page does not check its answers. */
import type { Bridge, BridgeArgs, BridgeRequestName, BridgeResult } from '../../shared/bridge';
import { BridgeError } from '../../shared/bridgeError';
import type { ExposedBridge } from '../../shared/bridgeWire';

export function desktopBridge(exposed: ExposedBridge): Bridge {
  return {
    host: 'desktop',
    async request<K extends BridgeRequestName>(name: K, args: BridgeArgs<K>): Promise<BridgeResult<K>> {
      const answer = await exposed.request(name, args);
      if (!answer.ok) throw new BridgeError(answer.error.code);
      return answer.value as BridgeResult<K>;
    },
    subscribe: (listener) => exposed.subscribe(listener),
  };
}
