/**
 * The same faults done to clients that people use otherwise, with their defaults. partysocket takes a function for its address and is given
 * both servers in turn; Socket.IO's client takes one address.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import PartySocket from 'partysocket/ws';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { Fault } from './worlds';

export type Peer = 'socket.io' | 'partysocket';

export interface PeerResult {
  /** Null: not within the time allowed. */
  readonly noticed: number | null;
  readonly live: number | null;
}

interface Client {
  /** Told when the connection is known to be lost, and when the other server's state has come. */
  onLost: () => void;
  onState: (port: number) => void;
  close(): void;
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

/** So many clients at once, all at the first of two servers when it happens to that one. */
export async function sufferPeer(peer: Peer, fault: Fault, clients: number, withinMs: number): Promise<PeerResult[]> {
  const first = await start(peer);
  const second = await start(peer);
  const opened: Client[] = [];
  try {
    for (let count = 0; count < clients; count += 1) {
      opened.push(await (peer === 'socket.io' ? openSocketIo(first.port) : openParty([first.port, second.port])));
      // Not all in step: what each does every so often, it does at a time of its own.
      await delay(10);
    }
    const at = performance.now();
    const results = opened.map((client) => watch(client, second.port, at, withinMs));
    first.child.kill(fault === 'kill' ? 'SIGKILL' : 'SIGSTOP');
    return await Promise.all(results);
  } finally {
    for (const client of opened) client.close();
    for (const { child } of [first, second]) child.kill('SIGKILL');
  }
}

function watch(client: Client, other: number, at: number, withinMs: number): Promise<PeerResult> {
  return new Promise((resolve) => {
    let noticed: number | null = null;
    const timer = setTimeout(() => resolve({ noticed, live: null }), withinMs);
    client.onLost = () => (noticed ??= performance.now() - at);
    client.onState = (port) => {
      if (port !== other) return;
      clearTimeout(timer);
      resolve({ noticed, live: performance.now() - at });
    };
  });
}

function openSocketIo(port: number): Promise<Client> {
  const socket = io(`http://127.0.0.1:${port}`, { forceNew: true });
  const client: Client = {
    onLost: () => undefined,
    onState: () => undefined,
    close: () => void socket.close(),
  };
  socket.on('disconnect', () => client.onLost());
  return new Promise((resolve) => {
    client.onState = () => resolve(client);
    socket.on('state', () => client.onState(port));
  });
}

function openParty(ports: readonly [number, number]): Promise<Client> {
  let attempts = 0;
  let port = ports[0];
  const next = () => {
    port = ports[attempts++ % 2] ?? ports[0];
    return `ws://127.0.0.1:${port}/`;
  };
  const socket = new PartySocket(next, [], { WebSocket });
  const client: Client = {
    onLost: () => undefined,
    onState: () => undefined,
    close: () => socket.close(),
  };
  socket.addEventListener('close', () => client.onLost());
  return new Promise((resolve) => {
    client.onState = () => resolve(client);
    socket.addEventListener('message', () => client.onState(port));
  });
}

async function start(peer: Peer): Promise<Server> {
  const script = fileURLToPath(new URL('./peerServer.ts', import.meta.url));
  const kind = peer === 'socket.io' ? 'socket.io' : 'ws';
  const child = spawn(process.execPath, ['--import', 'tsx', script, kind], { stdio: ['pipe', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', () => reject(new Error(`the ${peer} server ended at once`)));
  });
  child.removeAllListeners('exit');
  return { child, port: Number(line) };
}
