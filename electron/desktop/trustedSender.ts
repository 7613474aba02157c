/** Is this message from a page of ours? Only the top frame of our own origin is. */
import type { WebFrameMain } from 'electron';
import { consoleOrigin } from './scheme';

export function isTrusted(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${consoleOrigin}/`);
}
