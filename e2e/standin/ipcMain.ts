/** Electron's `ipcMain`, as far as `invoke` goes: there is no free `send`. */
import { strict } from './strict';

export type IpcHandler = (event: object, ...args: unknown[]) => unknown;

class IpcMain {
  readonly handlers = new Map<string, IpcHandler>();

  handle(channel: string, handler: IpcHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const innerIpcMain = new IpcMain();
export const ipcMain = strict('ipcMain', innerIpcMain);
