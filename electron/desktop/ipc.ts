/** The bridge over IPC: one channel for requests, one for pushes. Sender, name and arguments are checked before the core hears of it. */
import { ipcMain } from 'electron';
import type { BridgeAnswer, BridgeErrorCode } from '../../shared/bridgeWire';
import type { Core } from '../core/core';
import { dispatch } from '../core/dispatch';
import type { Log } from '../core/log';
import { pushChannel, requestChannel } from './channels';
import { isFromConsole } from './trustedSender';
import { consoleWindows } from './window';

export function serveIpc(core: Core, log: Log): void {
  const refuse = (code: BridgeErrorCode): BridgeAnswer => {
    log.warn({ code }, 'bridge request refused');
    return { ok: false, error: { code } };
  };
  ipcMain.handle(requestChannel, async (event, name: unknown, args: unknown): Promise<BridgeAnswer> => {
    if (!isFromConsole(event)) return refuse('untrusted');
    if (typeof name !== 'string') return refuse('badRequest');
    const answer = await dispatch(core.handlers, name, args, log);
    return answer.ok ? { ok: true, value: answer.value } : refuse(answer.error);
  });
  core.subscribe((push) => {
    for (const window of consoleWindows()) window.webContents.send(pushChannel, push);
  });
}
