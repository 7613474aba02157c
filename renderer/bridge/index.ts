/** The way to the console core, whichever host runs it. */
import type { Bridge } from '../../shared/bridge';
import type { ExposedBridge } from '../../shared/bridgeWire';
import { desktopBridge } from './desktopBridge';
import { hideNotice, showNotice } from './notice';

declare global {
  interface Window {
    /** Put there by the desktop preload only. */
    readonly consoleBridge?: ExposedBridge;
  }
}

let bridge: Promise<Bridge> | undefined;

/**
 * The one bridge of this page. In a browser it resolves once the host has let the page in; where it does not
 * (link used up, host gone) the page says so by itself, and the promise rejects with a `BridgeError`.
 */
export function getBridge(): Promise<Bridge> {
  bridge ??= window.consoleBridge ? Promise.resolve(desktopBridge(window.consoleBridge)) : bridgeToHost();
  return bridge;
}

/** Fetched by browsers only: it checks what comes, since a page may be older than its host, and brings the schemas for that. */
async function bridgeToHost(): Promise<Bridge> {
  const { browserBridge } = await import('./browserBridge');
  return browserBridge({
    location: window.location,
    fetch: (path, init) => window.fetch(path, init),
    openSocket: (url) => new WebSocket(url),
    replaceUrl: (url) => window.history.replaceState(null, '', url),
    later: (run, delayMs) => void window.setTimeout(run, delayMs),
    onTrouble: (trouble) => (trouble === null ? hideNotice(document) : showNotice(document, trouble)),
  });
}
