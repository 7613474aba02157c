/** Electron's `BrowserWindow` and the look-ups Playwright makes. */
import { innerApp } from './app';
import { StrictEmitter, preventable, strict } from './strict';
import { StandinContents } from './webContents';
import { checkWindowOptions } from './windowOptions';
import type { WindowOptions } from './windowOptions';

class StandinWindow extends StrictEmitter {
  readonly webContents: StandinContents;
  readonly contents: StandinContents;
  #visible: boolean;
  #closed = false;

  /** `options` stays readable: tests assert what the product asked for. */
  constructor(readonly options: WindowOptions) {
    super('BrowserWindow', ['ready-to-show', 'close', 'closed', 'show', 'focus']);
    checkWindowOptions(options);
    this.#visible = options.show !== false;
    this.contents = new StandinContents(options);
    this.webContents = strict('webContents', this.contents);
    this.contents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.contents.once('destroyed', () => this.#gone());
  }

  loadURL(url: string): Promise<void> {
    return this.contents.load(url);
  }

  async close(): Promise<void> {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return;
    const page = await this.contents.ready;
    await page.close();
    this.#gone();
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    this.emit('focus');
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.show();
  }

  isDestroyed(): boolean {
    return this.#closed;
  }

  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, width: this.options.width, height: this.options.height };
  }

  #gone(): void {
    if (this.#closed) return;
    this.#closed = true;
    innerApp.windows.delete(this);
    opened.delete(this);
    this.emit('closed');
    innerApp.windowClosed();
  }
}

/** Inner windows with the guarded ones the product holds. */
const opened = new Map<StandinWindow, StandinWindow>();

function construct(options: WindowOptions): StandinWindow {
  if (!innerApp.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
  const inner = new StandinWindow(options);
  const window = strict('BrowserWindow', inner);
  opened.set(inner, window);
  innerApp.windows.add(inner);
  innerApp.emit('browser-window-created', {}, window);
  innerApp.emit('web-contents-created', {}, window.webContents);
  return window;
}

const statics = strict('BrowserWindow', {
  getAllWindows: () => [...opened.values()],
  fromWebContents: (contents: StandinContents | null) =>
    [...opened.values()].find((window) => window.webContents === contents) ?? null,
});

/** `new BrowserWindow(options)`, `BrowserWindow.getAllWindows()`. */
export const BrowserWindow = new Proxy(StandinWindow, {
  construct: (_target, [options]) => construct(options as WindowOptions),
  get: (target, key) => (key === 'prototype' ? target.prototype : (Reflect.get(statics, key) as unknown)),
});

export const webContents = strict('webContents', {
  fromDevToolsTargetId: (targetId: string) =>
    [...opened.values()].find((window) => window.contents.targetId === targetId)?.webContents ?? null,
});
