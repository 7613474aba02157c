/** Electron's `webContents`: one real Chromium page, its IPC, and the doors a product may close. */
import type { BrowserContext, Page, Route } from '@playwright/test';
import { innerApp } from './app';
import { browserContext } from './browser';
import { innerIpcMain } from './ipcMain';
import { fromChromium, serve, toChromium } from './protocol';
import { innerSession } from './session';
import { StrictEmitter, preventable, strict } from './strict';
import type { WindowOptions } from './windowOptions';
import { installWorlds } from './worlds';
import type { Worlds } from './worlds';

type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

let nextId = 1;
/** The page Chromium starts with serves the first window. */
let spare = true;

export class StandinContents extends StrictEmitter {
  readonly id = nextId++;
  readonly ready: Promise<Page>;
  /** What the product holds, and every event names. */
  readonly guarded: StandinContents = strict('webContents', this);
  targetId: string | null = null;
  #page: Page | null = null;
  #worlds: Worlds | null = null;
  #openHandler: OpenHandler | null = null;
  /** The URL the product itself asked for; every other navigation is the page's own wish. */
  #loading: string | null = null;

  constructor(private readonly options: WindowOptions) {
    super('webContents', [
      ...['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'],
      ...['did-start-navigation', 'dom-ready', 'did-finish-load', 'render-process-gone', 'destroyed'],
      ...['preload-error', 'unresponsive', 'responsive', 'will-prevent-unload', 'select-bluetooth-device'],
    ]);
    this.ready = this.#start();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  getURL(): string {
    return this.#page === null ? '' : fromChromium(this.#page.url());
  }

  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? false;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#worlds?.deliver({ kind: 'message', channel, args });
  }

  close(): void {
    void this.#page?.close();
  }

  /** What is told of a process that has ended; the page itself lives on here. */
  gone(details: { readonly reason: string; readonly exitCode: number }): void {
    this.emit('render-process-gone', {}, details);
    innerApp.emit('render-process-gone', {}, this.guarded, details);
  }

  forcefullyCrashRenderer(): void {
    this.gone({ reason: 'killed', exitCode: 9 });
  }

  async load(url: string): Promise<void> {
    const page = await this.ready;
    this.#loading = toChromium(url);
    await page.goto(this.#loading);
  }

  async #start(): Promise<Page> {
    const context = await browserContext;
    const page = await takePage(context);
    this.#page = page;
    await page.setViewportSize({ width: this.options.width, height: this.options.height });
    const cdp = await context.newCDPSession(page);
    const { frameTree } = await cdp.send('Page.getFrameTree');
    this.targetId = frameTree.frame.id;
    this.#worlds = await installWorlds(cdp, this.targetId, this.options.webPreferences.preload, {
      invoked: (invocation, reply) => void this.#invoke(invocation.channel, invocation.args, reply),
      wished: ({ kind, url }) => (kind === 'window' ? this.#windowOpened(url) : this.#navigationWished(url)),
    });
    await page.route(
      () => true,
      (route) => this.#route(page, route),
    );
    page.on('domcontentloaded', () => this.emit('dom-ready'));
    page.on('load', () => this.emit('did-finish-load'));
    page.on('crash', () => this.gone({ reason: 'crashed', exitCode: 5 }));
    page.on('close', () => this.emit('destroyed'));
    // A link with a target: Chromium has opened the page already; the product's word closes it.
    page.on('popup', (popup) => {
      this.#windowOpened(popup.url());
      void popup.close();
    });
    return page;
  }

  async #invoke(
    channel: string,
    args: readonly unknown[],
    reply: (ok: boolean, value: unknown) => void,
  ): Promise<void> {
    const senderFrame = strict('senderFrame', { url: this.getURL(), parent: null, detached: false });
    const event = strict('ipc event', { sender: this.guarded, senderFrame });
    try {
      const handler = innerIpcMain.handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      reply(true, await handler(event, ...args));
    } catch (error) {
      reply(false, `Error invoking remote method '${channel}': ${String(error)}`);
    }
  }

  #windowOpened(url: string): void {
    const decision = this.#openHandler?.({ url });
    if (decision?.action !== 'deny') throw new Error('stand-in: a new window must be denied by setWindowOpenHandler');
  }

  #navigationWished(url: string): void {
    if (this.#isAllowed(url, true)) void this.load(fromChromium(url));
  }

  async #route(page: Page, route: Route): Promise<void> {
    const request = route.request();
    if (
      request.isNavigationRequest() &&
      !this.#mayNavigate(page, request.url(), request.frame() === page.mainFrame())
    ) {
      // "No content" leaves the page where it is; a failed request would replace it by an error page.
      await route.fulfill({ status: 204 });
      return;
    }
    if (innerSession.webRequest.cancels(fromChromium(request.url()))) {
      await route.abort('blockedbyclient');
      return;
    }
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === page.mainFrame();
      const started = { url: fromChromium(request.url()), isSameDocument: false, isMainFrame };
      this.emit('did-start-navigation', strict('did-start-navigation', started));
    }
    const response = await serve(request.method(), request.url());
    if (response === null) {
      await route.continue();
      return;
    }
    const headers = Object.fromEntries(response.headers);
    await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
  }

  /** A reload and what the product loads itself are not asked about. */
  #mayNavigate(page: Page, url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && (url === this.#loading || url === page.url())) return true;
    return this.#isAllowed(url, isMainFrame);
  }

  /** Asks the product as Electron does. */
  #isAllowed(url: string, isMainFrame: boolean): boolean {
    const event = preventable({ url: fromChromium(url), isMainFrame });
    if (isMainFrame) this.emit('will-navigate', event);
    this.emit('will-frame-navigate', event);
    return !event.defaultPrevented;
  }
}

async function takePage(context: BrowserContext): Promise<Page> {
  const [first] = context.pages();
  if (!spare || first === undefined) return await context.newPage();
  spare = false;
  return first;
}
