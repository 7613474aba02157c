/** Pushes the whole fresh state to phones pages on every change; changes of one moment are told together. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { SimSwitch } from '../sim/switch';
import type { PhonesView } from './view';

export const eventsPath = '/api/events';

export interface EventsSocket {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createEventsSocket(sim: SimSwitch, view: () => PhonesView): EventsSocket {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  let due = false;

  const unsubscribe = sim.subscribe(() => {
    if (due || sockets.clients.size === 0) return;
    due = true;
    setImmediate(() => {
      due = false;
      const state = JSON.stringify(view());
      for (const socket of sockets.clients) socket.send(state);
    });
  });

  return {
    upgrade: (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (page) => {
        page.on('error', () => page.terminate());
        page.send(JSON.stringify(view()));
      }),
    close() {
      unsubscribe();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
