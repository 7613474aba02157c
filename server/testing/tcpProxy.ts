/** A line between two programs that a test can cut without either end noticing: bytes vanish, nobody closes anything. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class TcpProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Connections made while bytes vanish are lost for ever, as behind a router that has forgotten them. */
  #lost = new WeakSet<Socket>();
  #swallowing = false;

  private constructor(target: { readonly host: string; readonly port: number }) {
    this.#server = createServer((near) => {
      const far = connect(target);
      this.#join(near, far);
      this.#join(far, near);
      if (this.#swallowing) this.#lose();
    });
  }

  /** `port` 0 takes any. */
  static async open(target: { readonly host: string; readonly port: number }, port = 0): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen(port, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on nothing passes, and what is connected now never will again. */
  swallow(): void {
    this.#swallowing = true;
    this.#lose();
  }

  /** New connections work again. */
  heal(): void {
    this.#swallowing = false;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #lose(): void {
    for (const socket of this.#sockets) this.#lost.add(socket);
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', (bytes) => {
      if (!this.#lost.has(from)) to.write(bytes);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#sockets.delete(from);
      if (!this.#lost.has(from)) to.destroy();
    });
  }
}
