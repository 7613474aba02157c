/** The feed as electron-updater asks for it: signed, from one host, no larger than it must be. Loaded only where updates are on. */
import type { RequestOptions } from 'node:http';
import type { ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import { Provider, parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import { isOlder, isSigned, maxFeed, readOffer } from '../core/updates/feed';
import { FeedRefused } from '../core/updates/whyFailed';

/**
 * Bytes, of what the feed does not name: the maps by which only the changed parts of an installer are fetched. Nobody has signed those, and the
 * updater unpacks them in memory: a map of ours has some hundred thousand bytes, and a small one that unpacks to gigabytes must stay small.
 */
const maxOther = 1024 * 1024;

/** Milliseconds. electron-updater waits for ever: its own patience hears only sockets of Node. */
const patience = 60_000;

export interface SignedFeedOptions {
  readonly base: URL;
  readonly publicKey: string;
  /** The version of this console. */
  readonly current: string;
}

export class SignedFeed extends Provider<UpdateInfo> {
  readonly #base: URL;
  readonly #publicKey: string;
  readonly #current: string;
  /** Bytes that a file may have, by its path; the feed's own two files have theirs. */
  readonly #largest = new Map<string, number>();
  /** The paths of those two: they have to be there as a whole in that time, and not only some of them. */
  readonly #texts = new Set<string>();

  constructor({ base, publicKey, current }: SignedFeedOptions, runtime: ProviderRuntimeOptions) {
    super(runtime);
    this.#base = base;
    this.#publicKey = publicKey;
    this.#current = current;
    this.#guard(runtime.executor);
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`;
    const url = new URL(name, this.#base);
    const text = await this.#text(url);
    const signature = await this.#text(new URL(`${name}.sig`, this.#base)).catch((error: unknown) => {
      throw isMissing(error) ? new FeedRefused('the feed is not signed') : error;
    });
    // Before anything reads it: whoever is not trusted does not get at the parser.
    if (!isSigned(text, signature, this.#publicKey)) throw new FeedRefused('the signature of the feed is not good');
    const info = parseUpdateInfo(text, name, url);
    const offer = readOffer(info, process.platform, process.arch);
    if (!offer.ok) throw new FeedRefused(`the feed makes no sense: ${offer.error}`);
    if (isOlder(offer.value.version, this.#current))
      throw new FeedRefused(`the feed offers ${offer.value.version}, which is older`);
    for (const { url: file, size } of offer.value.files) this.#largest.set(new URL(file, this.#base).pathname, size);
    return info;
  }

  override resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    return resolveFiles(info, this.#base);
  }

  async #text(url: URL): Promise<string> {
    this.#largest.set(url.pathname, maxFeed);
    this.#texts.add(url.pathname);
    return (await this.httpRequest(url)) ?? '';
  }

  /**
   * Every request of the updater goes through here, also those after a redirect. The feed's host is the only one asked: a redirect could lead into
   * the company's own network, and what it says is worth no more than the signature anyway.
   */
  #guard(executor: ProviderRuntimeOptions['executor']): void {
    const create = executor.createRequest.bind(executor);
    executor.createRequest = (options: RequestOptions, callback) => {
      const url = urlOf(options);
      if (url?.origin !== this.#base.origin) throw leadsAway();
      const largest = this.#largest.get(url.pathname) ?? maxOther;
      const atOnce = this.#texts.has(url.pathname);
      let answer: Electron.IncomingMessage | null = null;
      const giveUp = (error: Error) => {
        request.abort();
        if (answer === null) request.emit('error', error);
        else answer.emit('error', error);
      };
      const silence = new Silence(() => giveUp(new Error('the feed timed out')));
      const request = create(options, (response: Electron.IncomingMessage) => {
        answer = response;
        let received = 0;
        response.on('data', (chunk: Buffer | string) => {
          if (!atOnce) silence.broken();
          received += chunk.length;
          // What arrives without end must fill neither the memory nor the disk.
          if (received > largest) giveUp(new FeedRefused('larger than it says', 'damaged'));
        });
        response.on('end', () => silence.over());
        callback(response);
      });
      request.once('close', () => silence.over());
      request.once('error', () => silence.over());
      return this.#stayingHere(request);
    };
  }

  /** electron-updater follows redirects in three places, by listeners of its own: they hear only of those that stay with the feed. */
  #stayingHere(request: Electron.ClientRequest): Electron.ClientRequest {
    const on = request.on.bind(request) as (event: string, listener: Listener) => Electron.ClientRequest;
    const guarded = (event: string, listener: Listener): Electron.ClientRequest =>
      on(event, (...args: unknown[]) => {
        if (event !== 'redirect' || this.#stays(String(args[2]))) {
          listener(...args);
          return;
        }
        request.abort();
        request.emit('error', leadsAway());
      });
    return Object.assign(request, { on: guarded });
  }

  #stays(to: string): boolean {
    return URL.canParse(to, this.#base.href) && new URL(to, this.#base).origin === this.#base.origin;
  }
}

/** Ends a request that nothing comes back from. */
class Silence {
  #timer: NodeJS.Timeout;

  constructor(private readonly tooLong: () => void) {
    this.#timer = setTimeout(tooLong, patience).unref();
  }

  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.tooLong, patience).unref();
  }

  over(): void {
    clearTimeout(this.#timer);
  }
}

type Listener = (...args: unknown[]) => void;

function leadsAway(): FeedRefused {
  return new FeedRefused('the feed leads to another host');
}

function urlOf({ protocol, hostname, port, path }: RequestOptions): URL | null {
  const address = `${protocol ?? 'https:'}//${hostname ?? ''}${port == null ? '' : `:${port}`}${path ?? '/'}`;
  return URL.canParse(address) ? new URL(address) : null;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 404;
}
