/** Electron's `net.request` over Node's own: a redirect is told before it is followed, and in vain to a request that was aborted then, as under Electron. */
import http from 'node:http';
import https from 'node:https';
import { StrictEmitter, strict } from './strict';

interface RequestOptions {
  readonly method?: string;
  readonly protocol?: string;
  readonly hostname?: string;
  readonly port?: string | number;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly redirect?: string;
  readonly session?: object;
}

const known = ['method', 'protocol', 'hostname', 'port', 'path', 'headers', 'redirect', 'session'];

/** For tests: every address that was asked, in order. */
const asked: string[] = [];

class ClientRequest extends StrictEmitter {
  #request: http.ClientRequest | null = null;
  #over = false;

  constructor(private readonly options: RequestOptions) {
    super('ClientRequest', ['response', 'login', 'redirect', 'finish', 'abort', 'error', 'close', 'socket', 'aborted']);
    for (const option of Object.keys(options))
      if (!known.includes(option)) throw new Error(`stand-in: net.request option ${option}`);
  }

  end(body?: unknown): this {
    if (body !== undefined) throw new Error('stand-in: a request with a body');
    const { protocol = 'http:', hostname = '', port, path = '/' } = this.options;
    this.#send(new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`));
    return this;
  }

  abort(): void {
    if (this.#over) return;
    this.#over = true;
    this.#request?.destroy();
    this.emit('abort');
    this.emit('close');
  }

  #send(url: URL): void {
    asked.push(url.href);
    const { request } = url.protocol === 'https:' ? https : http;
    this.#request = request(url, { method: this.options.method ?? 'GET', headers: this.options.headers ?? {} });
    this.#request.on('response', (response) => this.#answered(url, response));
    this.#request.on('error', (error) => {
      if (this.#over) return;
      this.#over = true;
      // Chromium names them so, and gives them no code.
      this.emit('error', new Error(`net::ERR_FAILED (${error.message})`));
    });
    this.#request.end();
  }

  #answered(url: URL, response: http.IncomingMessage): void {
    const { statusCode = 0, headers } = response;
    if (statusCode < 300 || statusCode > 399 || headers.location === undefined) {
      this.emit('response', response);
      return;
    }
    response.resume();
    const to = new URL(headers.location, url);
    // Told whatever was wished for; then followed by itself, or not without being asked to.
    this.emit('redirect', statusCode, 'GET', to.href, headers);
    if (this.#over) return;
    if (this.options.redirect !== 'manual') this.#send(to);
    else this.emit('error', new Error('Redirect was cancelled'));
  }
}

export const net = strict('net', { request: (options: RequestOptions) => new ClientRequest(options), asked });
