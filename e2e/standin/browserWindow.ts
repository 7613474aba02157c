/** Electron's `BrowserWindow` and the look-ups Playwright makes. */
import { innerApp } from './app';
import { StrictEmitter, preventable, strict } from './strict';
import { StandinContents } from './webContents';
import { checkWindowOptions } from './windowOptions';
import type { WindowOptions } from './windowOptions';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

let lastId = 0;

class StandinWindow extends StrictEmitter {
  readonly id = (lastId += 1);
  readonly webContents: StandinContents;
  readonly contents: StandinContents;
  /** What was done to be noticed, in order: tests read it. */
  readonly attention: string[] = [];
  #visible: boolean;
  #focused = false;
  #maximized = false;
  #fullScreen = false;
  #bounds: Bounds;
  #closed = false;

  /** Under a menu of the app's; on macOS that is no window's affair. */
  hasMenu = true;

  /** `options` stays readable: tests assert what the product asked for. */
  constructor(readonly options: WindowOptions) {
    super('BrowserWindow', [
      ...['ready-to-show', 'close', 'closed', 'show', 'hide', 'focus', 'blur'],
      ...['resize', 'move', 'maximize', 'unmaximize', 'leave-full-screen', 'session-end'],
    ]);
    checkWindowOptions(options);
    this.#visible = options.show !== false;
    const { x = 0, y = 0, width, height } = options;
    this.#bounds = { x, y, width, height };
    this.contents = new StandinContents(options);
    this.webContents = this.contents.guarded;
    this.contents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.contents.once('destroyed', () => this.#gone());
  }

  loadURL(url: string): Promise<void> {
    return this.contents.load(url);
  }

  /** False where the product would not have it. */
  async close(): Promise<boolean> {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    const page = await this.contents.ready;
    await page.close();
    this.#gone();
    return true;
  }

  /** Shows and takes the focus, as on every system. */
  show(): void {
    this.#visible = true;
    this.emit('show');
    this.focus();
  }

  showInactive(): void {
    this.#visible = true;
    this.attention.push('shown');
    this.emit('show');
  }

  moveTop(): void {
    this.attention.push('top');
  }

  flashFrame(flash: boolean): void {
    this.attention.push(flash ? 'flash' : 'calm');
  }

  removeMenu(): void {
    this.hasMenu = false;
  }

  /** Over the icon on the taskbar of Windows: tests read it. */
  overlay: { readonly picture: string | null; readonly words: string } | null = null;

  setOverlayIcon(image: { readonly file: string } | null, words: string): void {
    if (image !== null && words === '') throw new Error('stand-in: an overlay that says nothing to a screen reader');
    this.overlay = { picture: image?.file ?? null, words };
  }

  hide(): void {
    this.#visible = false;
    this.emit('hide');
    if (this.#focused) this.blur();
  }

  isFullScreen(): boolean {
    return this.#fullScreen;
  }

  setFullScreen(fullScreen: boolean): void {
    const left = this.#fullScreen && !fullScreen;
    this.#fullScreen = fullScreen;
    if (left) this.emit('leave-full-screen');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    if (this.#focused) return;
    this.#focused = true;
    this.emit('focus');
  }

  /** Somebody goes to another program. */
  blur(): void {
    this.#focused = false;
    this.emit('blur');
  }

  isFocused(): boolean {
    return this.#focused;
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

  getBounds(): Bounds {
    return this.#bounds;
  }

  getNormalBounds(): Bounds {
    return this.#bounds;
  }

  setBounds(bounds: Bounds): void {
    this.#bounds = bounds;
    this.emit('move');
    this.emit('resize');
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  /** Shows the window, too. */
  maximize(): void {
    if (!this.#visible) this.showInactive();
    this.#maximized = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    this.#maximized = false;
    this.emit('unmaximize');
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
