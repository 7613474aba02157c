/** Is this message from a page of ours? Only the top frame of our own origin is, and only in a window of the console. */
import { consoleOrigin } from './scheme';
import { consoleWindows } from './window';

interface Frame {
  readonly url: string;
  readonly parent: object | null;
  readonly detached: boolean;
}

/** Null frame: the page has gone, or is another one by now. */
export function isTrusted(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && !frame.detached && frame.url.startsWith(`${consoleOrigin}/`);
}

export function isFromConsole(message: { readonly sender: object; readonly senderFrame: Frame | null }): boolean {
  return isTrusted(message.senderFrame) && consoleWindows().some(({ webContents }) => webContents === message.sender);
}
