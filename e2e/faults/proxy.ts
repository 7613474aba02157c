/** A line between the console and a server that a test can spoil while it is in use, in every way a network and a dying machine do. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export type Fault =
  | { readonly kind: 'pass' }
  /** The port is closed: new connections are refused, those there are end. */
  | { readonly kind: 'refuse' }
  /** Connections end with RST, old ones and new ones. */
  | { readonly kind: 'reset' }
  /** Connections are taken and nothing is ever said; old ones fall silent. */
  | { readonly kind: 'silent' }
  /** Half open: bytes in that direction vanish and nobody closes anything. A connection that has lost bytes never recovers. */
  | { readonly kind: 'swallow'; readonly towards: 'server' | 'client' | 'both' }
  /** Every byte in a packet of its own, `pauseMs` apart (0: as fast as the loop turns). */
  | { readonly kind: 'fragments'; readonly pauseMs: number }
  /** Each way. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** Somebody else listens on that port: a web server, or something that speaks no protocol at all. */
  | { readonly kind: 'wrongProtocol'; readonly speaks: 'http' | 'garbage' }
  /** Another server of the test's own is there now. */
  | { readonly kind: 'elsewhere'; readonly port: number };

type Towards = 'server' | 'client';

const webPage = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 15\r\n\r\n<h1>Hello.</h1>';
/** Length bits, opcodes and text that no parser of ours expects. */
const garbage = Buffer.from([0xff, 0x00, 0x81, 0xfe, 0xff, 0xff, 0x16, 0x03, 0x01, 0x0a, 0x0a, 0xc0, 0xaf]);

export class FaultProxy {
  readonly #target: { readonly host: string; readonly port: number };
  readonly #lines = new Set<Line>();
  /** Also those whose client has gone without the server knowing. */
  readonly #everyLine = new Set<Line>();
  #server: Server | null = null;
  #port = 0;
  #fault: Fault = { kind: 'pass' };
  #ever = 0;

  private constructor(target: { readonly host: string; readonly port: number }) {
    this.#target = target;
  }

  static async open(target: { readonly host: string; readonly port: number }): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await proxy.#listen();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  /** Connections of clients that are open now; those whose client has closed are not. */
  get now(): number {
    return this.#lines.size;
  }

  /** Connections taken since the beginning. */
  get ever(): number {
    return this.#ever;
  }

  /** In force at once, for the connections there are and for new ones. */
  async set(fault: Fault): Promise<void> {
    const before = this.#fault;
    this.#fault = fault;
    if (fault.kind === 'refuse') {
      await this.#close();
      return;
    }
    for (const line of this.#lines) {
      if (fault.kind === 'elsewhere') line.end();
      else line.follow(fault);
    }
    if (before.kind === 'refuse') await this.#listen();
  }

  async close(): Promise<void> {
    await this.#close();
  }

  #listen(): Promise<void> {
    const server = createServer((near) => this.#take(near));
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', () => {
        this.#port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  async #close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = server && new Promise<void>((resolve) => server.close(() => resolve()));
    for (const line of this.#everyLine) line.end();
    this.#everyLine.clear();
    await closed;
  }

  #take(near: Socket): void {
    this.#ever += 1;
    const fault = this.#fault;
    const target = fault.kind === 'elsewhere' ? { ...this.#target, port: fault.port } : this.#target;
    const line = new Line(near, target, fault);
    this.#lines.add(line);
    this.#everyLine.add(line);
    near.on('close', () => this.#lines.delete(line));
    line.follow(fault);
  }
}

/** One connection and its continuation to the server. */
class Line {
  readonly #near: Socket;
  readonly #far: Socket | null;
  #fault: Fault;
  readonly #lost = new Set<Towards>();
  /** What is on its way, in order. */
  readonly #queue: Record<Towards, Promise<void>> = { server: Promise.resolve(), client: Promise.resolve() };

  constructor(near: Socket, target: { readonly host: string; readonly port: number }, fault: Fault) {
    this.#near = near.setNoDelay();
    this.#fault = fault;
    const alone = fault.kind === 'silent' || fault.kind === 'wrongProtocol' || fault.kind === 'reset';
    this.#far = alone ? null : connect(target).setNoDelay();
    this.#join(near, this.#far, 'server');
    if (this.#far) this.#join(this.#far, near, 'client');
  }

  follow(fault: Fault): void {
    this.#fault = fault;
    if (fault.kind === 'swallow') {
      if (fault.towards !== 'client') this.#lost.add('server');
      if (fault.towards !== 'server') this.#lost.add('client');
    } else if (fault.kind === 'silent') this.#lost.add('server').add('client');
    else if (fault.kind === 'reset') {
      this.#near.resetAndDestroy();
      this.#far?.destroy();
    } else if (fault.kind === 'wrongProtocol') {
      // The server that was there is gone.
      this.#far?.destroy();
      this.#lost.add('server').add('client');
      this.#near.write(fault.speaks === 'http' ? webPage : garbage);
    }
  }

  end(): void {
    this.#near.destroy();
    this.#far?.destroy();
  }

  #join(from: Socket, to: Socket | null, towards: Towards): void {
    from.on('data', (bytes) => {
      if (to === null || this.#lost.has(towards)) return;
      const fault = this.#fault;
      const came = performance.now();
      this.#queue[towards] = this.#queue[towards].then(() => this.#pass(bytes, to, towards, fault, came));
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      // A close is as lost as the bytes before it, and comes after them.
      if (!this.#lost.has(towards)) void this.#queue[towards].then(() => to?.destroy());
    });
  }

  async #pass(bytes: Buffer, to: Socket, towards: Towards, fault: Fault, came: number): Promise<void> {
    if (fault.kind === 'latency') await pause(fault.ms - (performance.now() - came));
    if (fault.kind !== 'fragments') {
      if (!this.#lost.has(towards)) to.write(bytes);
      return;
    }
    for (const byte of bytes) {
      if (to.destroyed || this.#lost.has(towards)) return;
      to.write(Buffer.of(byte));
      await pause(fault.pauseMs);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms > 0) setTimeout(resolve, ms);
    else setImmediate(resolve);
  });
}
