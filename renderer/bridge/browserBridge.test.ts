import { expect, it } from 'vitest';
import type { Bridge, BridgePush, BridgeState } from '../../shared/bridge';
import { defaultPreferences } from '../../shared/console/preferences';
import { CommandId, ConnectionId } from '../../shared/ids';
import { sceneBridge } from '../testing/sceneBridge';
import { browserBridge } from './browserBridge';
import type { BridgeSocket, Trouble } from './browserBridge';

/** A host that answers `open` with its state of the moment. */
class FakeHost {
  state: BridgeState;
  answers = true;
  readonly troubles: Trouble[] = [];
  retry: () => void = () => undefined;
  #socket: BridgeSocket | null = null;

  constructor(state: BridgeState) {
    this.state = state;
  }

  open(): BridgeSocket {
    const socket: BridgeSocket = {
      onopen: null,
      onclose: null,
      onmessage: null,
      send: (text) => {
        if (!this.answers) return;
        const { id } = JSON.parse(text as string) as { id: number };
        const data = JSON.stringify({ id, result: this.state });
        socket.onmessage?.call(socket as WebSocket, new MessageEvent('message', { data }));
      },
    };
    this.#socket = socket;
    queueMicrotask(() => void socket.onopen?.call(socket as WebSocket, new Event('open')));
    return socket;
  }

  /** The line between page and host breaks; both live on. */
  cut(): void {
    const socket = this.#socket;
    socket?.onclose?.call(socket as WebSocket, new Event('close') as CloseEvent);
  }
}

const hold = {
  id: CommandId.parse('command-1'),
  command: { type: 'hold', connectionId: ConnectionId.parse('call@line') },
} as const;

async function bridgeTo(host: FakeHost): Promise<Bridge> {
  return browserBridge({
    location: { href: 'http://127.0.0.1:1/', host: '127.0.0.1:1', protocol: 'http:' },
    fetch: () => Promise.resolve({ ok: true, status: 204 }),
    replaceUrl: () => undefined,
    openSocket: () => host.open(),
    later: (run) => (host.retry = run),
    onTrouble: (trouble) => host.troubles.push(trouble),
  });
}

it('a command that finds no host has not been sent, and that is known; one that was on its way is not', async () => {
  const host = new FakeHost(await sceneBridge('linkHealthy', defaultPreferences).request('open', {}));
  const bridge = await bridgeTo(host);
  host.answers = false;
  const onItsWay = bridge.request('command', hold);
  host.cut();
  await expect(onItsWay).rejects.toMatchObject({ code: 'hostGone' });
  expect(await bridge.request('command', hold)).toMatchObject({ status: 'refused', error: { code: 'notReached' } });
  await expect(bridge.request('search', { query: 'ann' })).rejects.toMatchObject({ code: 'hostGone' });
});

it('a page that could not hear its host for a while is told everything that may have changed', async () => {
  const opened = await sceneBridge('linkHealthy', defaultPreferences).request('open', {});
  const host = new FakeHost(opened);
  const bridge = await bridgeTo(host);
  const pushes: BridgePush[] = [];
  const all = new Promise<void>((resolve) =>
    bridge.subscribe((push) => {
      pushes.push(push);
      // Comes last: what is live is shown over what is known.
      if (push.kind === 'link') resolve();
    }),
  );
  host.state = await sceneBridge('linkFailover', { ...defaultPreferences, textSize: 150 }).request('open', {});
  host.cut();
  host.retry();
  await all;
  expect(host.troubles).toEqual([null, 'hostGone', null]);
  const { abilities, appVersion, locked, console, clockOffsetMs, ...others } = host.state;
  const told = new Map(pushes.map((push) => [push.kind, push]));
  expect(told.get('console')).toEqual({ kind: 'console', console, clockOffsetMs });
  for (const [kind, value] of Object.entries(others))
    expect(told.get(kind as BridgePush['kind'])).toEqual({ kind, [kind]: value });
  // These are the host's for as long as it runs.
  expect([abilities, appVersion, locked]).toEqual([opened.abilities, opened.appVersion, opened.locked]);
  expect(told.size).toBe(Object.keys(others).length + 1);
});
