/** All that the page sees of the desktop: the bridge, and no way to name a channel. Sandboxed; bundled into one CommonJS file. */
import { contextBridge, ipcRenderer } from 'electron';
import type { BridgePush } from '../../shared/bridge';
import type { BridgeAnswer, ExposedBridge } from '../../shared/bridgeWire';
import { makeReference } from '../../shared/desktop/reference';
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

/** Only errors of this world come here; those of the page it tells itself. */
window.addEventListener('error', ({ error, message }) => {
  const stack = error instanceof Error && error.stack !== undefined ? error.stack.slice(0, 8_000) : null;
  const problem = { id: makeReference(Math.random), where: 'preload', message: message.slice(0, 1_000), stack };
  void ipcRenderer.invoke(requestChannel, 'problem', problem).catch(() => undefined);
});

contextBridge.exposeInMainWorld('consoleBridge', bridge);
