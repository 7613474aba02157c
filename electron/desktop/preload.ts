/** All that the page sees of the desktop: the bridge, and no way to name a channel. Sandboxed; bundled into one CommonJS file. */
import { contextBridge, ipcRenderer } from 'electron';
import type { BridgePush } from '../../shared/bridge';
import type { BridgeAnswer, ExposedBridge } from '../../shared/bridgeWire';
import { pushChannel, requestChannel } from './channels';

const bridge: ExposedBridge = {
  host: 'desktop',
  request: (name, args) => ipcRenderer.invoke(requestChannel, name, args) as Promise<BridgeAnswer>,
  subscribe(listener) {
    const forward = (_event: unknown, push: BridgePush) => listener(push);
    ipcRenderer.on(pushChannel, forward);
    return () => void ipcRenderer.removeListener(pushChannel, forward);
  },
};

contextBridge.exposeInMainWorld('consoleBridge', bridge);
