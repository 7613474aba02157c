/** Puts the two worlds into a page before any of its own scripts, and carries messages between the preload and the main process. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession } from '@playwright/test';
import { decode, encode } from './codec';
import type { Encoded } from './codec';
import type { Delivery, Invocation, IsolatedOptions } from './page/isolatedWorld';
import type { Wish } from './page/mainWorld';

const isolatedWorldName = 'Electron Isolated Context';
const script = readFileSync(path.join(__dirname, 'worlds.js'), 'utf8');

export interface WorldListener {
  invoked(invocation: Invocation, reply: (ok: boolean, value: unknown) => void): void;
  wished(wish: Wish): void;
}

export interface Worlds {
  deliver(delivery: Delivery): void;
}

/** `targetId` is that of the page's top frame. Without a preload there is no isolated world, and nobody to hear a message. */
export async function installWorlds(
  cdp: CDPSession,
  targetId: string,
  preload: string | undefined,
  listener: WorldListener,
): Promise<Worlds> {
  const secret = randomUUID().replaceAll('-', '');
  const names = { event: `e${secret}`, ipc: `i${secret}`, open: `o${secret}`, receiver: `r${secret}` };
  let context: number | null = null;

  const post = (delivery: Delivery, to: number | null) => {
    if (to === null) return;
    // The page may be gone by now; so is whoever waited.
    const parameters = {
      executionContextId: to,
      functionDeclaration: `function (text) { globalThis[${JSON.stringify(names.receiver)}](text) }`,
      arguments: [{ value: JSON.stringify(encode(delivery)) }],
    };
    void cdp.send('Runtime.callFunctionOn', parameters).catch(() => undefined);
  };

  cdp.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
    if (name === isolatedWorldName && auxData?.['frameId'] === targetId) context = id;
  });
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === names.open) listener.wished(JSON.parse(payload) as Wish);
    if (name !== names.ipc || executionContextId !== context) return;
    const invocation = decode(JSON.parse(payload) as Encoded) as Invocation;
    const reply = (ok: boolean, value: unknown) =>
      post({ kind: 'reply', id: invocation.id, ok, value }, executionContextId);
    listener.invoked(invocation, reply);
  });

  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: names.ipc, executionContextName: isolatedWorldName });
  await cdp.send('Runtime.addBinding', { name: names.open });
  const options: IsolatedOptions = {
    eventName: names.event,
    bindingName: names.ipc,
    receiverName: names.receiver,
    process: { platform: process.platform, type: 'renderer', contextIsolated: true, sandboxed: true },
  };
  const run = (call: string) => `(() => { ${script}\n${call} })();`;
  const join = preload === undefined ? '' : `standinWorlds.joinMainWorld(${JSON.stringify(names.event)});`;
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: run(`${join} standinWorlds.guardDoors(${JSON.stringify(names.open)});`),
  });
  if (preload === undefined) return { deliver: () => undefined };
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: isolatedWorldName,
    source: run(`standinWorlds.joinIsolatedWorld(${JSON.stringify(options)}, ${preloadFunction(preload)});`),
  });
  return { deliver: (delivery) => post(delivery, context) };
}

function preloadFunction(file: string): string {
  return `function (require, module, exports, process) { ${readFileSync(file, 'utf8')}\n}`;
}
