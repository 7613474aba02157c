/** Is this message from a page of ours? Only the top frame of our own origin is, and only in a window of the console. */
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { consoleOrigin } from './scheme';
import { consoleWindows } from './window';

/** Null frame: the page has gone, or is another one by now. */
export function isTrusted(frame: Pick<WebFrameMain, 'url' | 'parent' | 'detached'> | null): boolean {
  return frame !== null && frame.parent === null && !frame.detached && frame.url.startsWith(`${consoleOrigin}/`);
}

export function isFromConsole({ sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
  return isTrusted(senderFrame) && isConsoles(sender);
}

function isConsoles(contents: WebContents): boolean {
  return consoleWindows().some(({ webContents }) => webContents === contents);
}
