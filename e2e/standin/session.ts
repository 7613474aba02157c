/** Electron's `session.defaultSession`: its policies, kept so that tests can ask them. What is cancelled here does not reach the network. */
import { innerApp } from './app';
import { StrictEmitter, strict } from './strict';

interface Details {
  readonly requestingUrl?: string;
  readonly isMainFrame: boolean;
}

type RequestHandler = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: Details,
) => void;
type CheckHandler = (contents: unknown, permission: string, requestingOrigin: string, details: Details) => boolean;
type Handler = (...args: never[]) => unknown;

interface Filter {
  readonly urls: readonly string[];
}
type BeforeRequest = (details: { readonly url: string }, answer: (response: { cancel?: boolean }) => void) => void;

class WebRequest {
  #patterns: readonly RegExp[] = [];
  #listener: BeforeRequest | null = null;

  onBeforeRequest(filter: Filter, listener: BeforeRequest): void {
    // As Chromium's patterns: a star is anything.
    this.#patterns = filter.urls.map((pattern) => {
      if (!/^[a-z*]+:\/\//.test(pattern)) throw new Error(`stand-in: not a pattern of URLs: ${pattern}`);
      const [scheme, rest] = pattern.split('://');
      const escaped = (rest ?? '').split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
      return new RegExp(`^${scheme ?? ''}://${escaped.join('.*')}$`);
    });
    this.#listener = listener;
  }

  cancels(url: string): boolean {
    if (!this.#patterns.some((pattern) => pattern.test(url))) return false;
    let cancelled = false;
    this.#listener?.({ url }, ({ cancel }) => (cancelled = cancel === true));
    return cancelled;
  }
}

class Session extends StrictEmitter {
  requestHandler: RequestHandler | null = null;
  checkHandler: CheckHandler | null = null;
  /** The others, by their names. */
  readonly handlers = new Map<string, Handler | null>();
  readonly webRequest = new WebRequest();
  spellChecks = true;

  constructor() {
    super('session', [
      ...['will-download', 'select-hid-device', 'select-usb-device', 'select-serial-port'],
      'file-system-access-restricted',
    ]);
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.checkHandler = handler;
  }

  setDevicePermissionHandler(handler: Handler | null): void {
    this.handlers.set('device', handler);
  }

  setDisplayMediaRequestHandler(handler: Handler | null): void {
    this.handlers.set('displayMedia', handler);
  }

  setUSBProtectedClassesHandler(handler: Handler | null): void {
    this.handlers.set('usbClasses', handler);
  }

  setBluetoothPairingHandler(handler: Handler | null): void {
    if (process.platform === 'darwin') throw new Error('stand-in: setBluetoothPairingHandler is not on macOS');
    this.handlers.set('bluetoothPairing', handler);
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecks = enable;
  }
}

export const innerSession = new Session();

/** Those with a name: the same one for the same name. */
const named = new Map<string, Session>();

function fromPartition(name: string, options: { readonly cache?: boolean } = {}): Session {
  for (const option of Object.keys(options))
    if (option !== 'cache') throw new Error(`stand-in: session option ${option}`);
  const known = named.get(name);
  if (known !== undefined) return known;
  const made = strict(`session '${name}'`, new Session());
  named.set(name, made);
  innerApp.emit('session-created', made);
  return made;
}

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', innerSession),
  fromPartition,
});
