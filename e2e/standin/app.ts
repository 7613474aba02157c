/** Electron's `app`: life cycle, paths, single instance. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserContext } from './browser';
import { StrictEmitter, preventable, strict } from './strict';

interface ClosableWindow {
  close(): Promise<void>;
}

interface LoginItem {
  readonly openAtLogin: boolean;
  readonly path?: string;
  readonly args?: readonly string[];
}

class App extends StrictEmitter {
  readonly isPackaged = false;
  readonly name = 'assistant-console';
  readonly windows = new Set<ClosableWindow>();
  readonly commandLine = strict('app.commandLine', { appendSwitch: () => undefined });
  #ready = false;
  #quitting = false;
  readonly #paths = new Map([['userData', path.join(tmpdir(), 'console-standin-user-data')]]);
  readonly #whenReady: Promise<void>;
  /** What the product asked the system to start; tests read it. */
  loginItem: LoginItem | null = null;

  constructor() {
    super('app', [
      ...['ready', 'activate', 'second-instance', 'window-all-closed', 'before-quit', 'will-quit', 'quit'],
      ...['web-contents-created', 'browser-window-created', 'open-file'],
    ]);
    this.#whenReady = browserContext.then(
      () => {
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
    return '0.0.0';
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
    return path.dirname(process.argv[1] ?? '');
  }

  /** As the system would say it: `STANDIN_LOCALE`, for a system in another language. */
  getLocale(): string {
    if (!this.#ready) throw new Error('app.getLocale() can only be called after app is ready');
    return process.env['STANDIN_LOCALE'] ?? 'en-US';
  }

  setLoginItemSettings(item: LoginItem): void {
    this.loginItem = item;
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

  exit(code = 0): void {
    void browserContext.then((context) => context.close()).finally(() => process.exit(code));
  }

  windowClosed(): void {
    if (this.windows.size > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  async #end(): Promise<void> {
    await Promise.all([...this.windows].map((window) => window.close()));
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

export const innerApp = new App();
export const app = strict('app', innerApp);
