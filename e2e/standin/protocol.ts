/**
 * Electron's `protocol`: a scheme of the app's own. Plain Chromium can't navigate to one, so `app://console/x` is shown to it as
 * `http://console.app.localhost/x` (a secure context, an origin of its own) and translated back wherever the product sees it.
 */
import { innerApp } from './app';
import { strict } from './strict';

type Handler = (request: Request) => Response | Promise<Response>;

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: Readonly<Record<string, boolean>>;
}

/** What a scheme of our own may be given. */
const harmless: ReadonlySet<string> = new Set(['standard', 'secure', 'supportFetchAPI', 'codeCache']);

const privileged = new Set<string>();
const handlers = new Map<string, Handler>();

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (innerApp.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      for (const [privilege, given] of Object.entries(privileges ?? {}))
        if (given && !harmless.has(privilege)) throw new Error(`stand-in: scheme ${scheme} must not have ${privilege}`);
      if (privileges?.['standard'] !== true || privileges['secure'] !== true)
        throw new Error(`stand-in: scheme ${scheme} must be standard and secure`);
      privileged.add(scheme);
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (!privileged.has(scheme)) throw new Error(`stand-in: scheme ${scheme} was not registered as privileged`);
    if (!innerApp.isReady()) throw new Error('protocol can only be used after app is ready');
    handlers.set(scheme, handler);
  },
});

/** What Chromium is shown. */
export function toChromium(url: string): string {
  const [, scheme, host, rest] = /^([a-z]+):\/\/([^/]+)(.*)$/.exec(url) ?? [];
  return scheme !== undefined && privileged.has(scheme) ? `http://${host ?? ''}.${scheme}.localhost${rest ?? ''}` : url;
}

/** What the product sees. */
export function fromChromium(url: string): string {
  const [, host, scheme, rest] = /^http:\/\/([^./]+)\.([a-z]+)\.localhost(\/.*)?$/.exec(url) ?? [];
  return scheme !== undefined && privileged.has(scheme) ? `${scheme}://${host ?? ''}${rest ?? ''}` : url;
}

/** The product's answer for a URL of one of its schemes; null for every other URL. */
export async function serve(method: string, chromiumUrl: string): Promise<Response | null> {
  const url = fromChromium(chromiumUrl);
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return null;
  // `Request` refuses schemes it does not know in some versions of Node; the product reads these two fields.
  return await handler(strict('request', { url, method }) as Request);
}
