/** Electron's `app`: life cycle, paths, single instance. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserContext } from './browser';
import { appPath, described, isPackaged } from './packed';
import { StrictEmitter, preventable, strict } from './strict';

interface ClosableWindow {
  /** False where the product would not have it. */
  close(): Promise<boolean>;
  hasMenu: boolean;
}

interface LoginItem {
  readonly openAtLogin: boolean;
  readonly path?: string;
  readonly args?: readonly string[];
}

class App extends StrictEmitter {
  readonly isPackaged = isPackaged;
  readonly name = described.productName ?? described.name;
  readonly windows = new Set<ClosableWindow>();
  readonly commandLine = strict('app.commandLine', { appendSwitch: () => undefined });
  #ready = false;
  #quitting = false;
  readonly #paths = new Map([['userData', path.join(tmpdir(), 'console-standin-user-data')]]);
  readonly #whenReady: Promise<void>;
  /** What the product asked the system to start; tests read it. */
  loginItem: LoginItem | null = null;
  /** What is on the icon; tests read it. */
  badge: number | null = null;
  /** Of macOS; undefined elsewhere, as under Electron. */
  get dock(): object | undefined {
    return process.platform === 'darwin' ? dock : undefined;
  }

  constructor() {
    super('app', [
      ...['render-process-gone', 'child-process-gone', 'certificate-error', 'select-client-certificate', 'login'],
      ...['ready', 'activate', 'second-instance', 'window-all-closed', 'before-quit', 'will-quit', 'quit'],
      ...['web-contents-created', 'browser-window-created', 'session-created', 'open-file', 'open-url'],
    ]);
    this.#whenReady = browserContext.then(
      () => {
        becomeSystem();
        this.#ready = true;
        this.emit('ready', {});
      },
      (error: unknown) => {
        console.error('stand-in: no browser:', error instanceof Error ? error.message : error);
        process.exit(70);
      },
    );
  }

  isReady(): boolean {
    return this.#ready;
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }

  getVersion(): string {
    return described.version;
  }

  getName(): string {
    return this.name;
  }

  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    mkdirSync(folder, { recursive: true });
    this.#paths.set(name, folder);
  }

  getPath(name: string): string {
    const found = this.#paths.get(name);
    if (found === undefined) throw new Error(`stand-in: app.getPath('${name}') is not there`);
    return found;
  }

  getAppPath(): string {
    return appPath;
  }

  /** As the system would say it: `STANDIN_LOCALE`, for a system in another language. */
  getLocale(): string {
    if (!this.#ready) throw new Error('app.getLocale() can only be called after app is ready');
    return process.env['STANDIN_LOCALE'] ?? 'en-US';
  }

  setLoginItemSettings(item: LoginItem): void {
    this.loginItem = item;
  }

  getLoginItemSettings(): object {
    return strict('login item settings', { wasOpenedAtLogin: process.env['STANDIN_OPENED_AT_LOGIN'] === '1' });
  }

  /** Windows only; what it was tests read. */
  userModelId: string | null = null;

  setAppUserModelId(id: string): void {
    if (process.platform !== 'win32') throw new Error('stand-in: only Windows asks for that name');
    this.userModelId = id;
  }

  /** macOS and Linux only. */
  setBadgeCount(count: number): boolean {
    if (!Number.isInteger(count) || count < 0) throw new Error(`stand-in: a badge of ${count}`);
    if (process.platform === 'win32') throw new Error('stand-in: Windows has no badge');
    this.badge = count;
    return true;
  }

  /** By scheme: the program with its arguments that the system was asked to hand such links to; tests read it. */
  readonly linkHandlers = new Map<string, readonly string[]>();

  isDefaultProtocolClient(scheme: string, program = process.execPath, args: readonly string[] = []): boolean {
    return this.linkHandlers.get(scheme)?.join(' ') === [program, ...args].join(' ');
  }

  setAsDefaultProtocolClient(scheme: string, program = process.execPath, args: readonly string[] = []): boolean {
    this.linkHandlers.set(scheme, [program, ...args]);
    return true;
  }

  requestSingleInstanceLock(): boolean {
    return true;
  }

  /** Every page of a stand-in is sandboxed by Chromium as far as the machine allows; Electron wants it before `ready`. */
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  quit(): void {
    if (this.#quitting) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    void this.#end();
  }

  /** As data: a line of the file `STANDIN_RELAUNCHES`. Nothing begins again by itself here. */
  relaunch(options: { readonly args?: readonly string[]; readonly execPath?: string } = {}): void {
    for (const option of Object.keys(options))
      if (!['args', 'execPath'].includes(option)) throw new Error(`stand-in: relaunch option ${option}`);
    const file = process.env['STANDIN_RELAUNCHES'];
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(options)}\n`);
  }

  exit(code = 0): void {
    void browserContext.then((context) => context.close()).finally(() => process.exit(code));
  }

  windowClosed(): void {
    if (this.windows.size > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  async #end(): Promise<void> {
    const closed = await Promise.all([...this.windows].map((window) => window.close()));
    if (closed.includes(false)) {
      this.#quitting = false;
      return;
    }
    const event = preventable({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.#quitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    this.exit(0);
  }
}

/** `STANDIN_PLATFORM`: what another system would get of the product. Only now: what came before has started a browser of this one. */
function becomeSystem(): void {
  const platform = process.env['STANDIN_PLATFORM'];
  if (platform !== undefined) Object.defineProperty(process, 'platform', { value: platform });
}

/** What the icon in the Dock does; tests read it. */
const dock = strict('app.dock', {
  bouncing: 0,
  bounce(type: string): number {
    if (type !== 'critical') throw new Error('stand-in: a bounce that ends by itself');
    dock.bouncing += 1;
    return dock.bouncing;
  },
  cancelBounce(): void {
    dock.bouncing -= 1;
  },
});

export const innerApp = new App();
export const app = strict('app', innerApp);
