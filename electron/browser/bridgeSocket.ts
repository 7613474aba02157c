/** The bridge of one page: requests in, answers and pushes out. Whatever a page sends, only that page hears of it. */
import type WebSocket from 'ws';
import { BridgeRequestFrame, maxBridgeFrameBytes } from '../../shared/bridgeWire';
import type { BridgeErrorCode, BridgeHostFrame } from '../../shared/bridgeWire';
import type { Core } from '../core/core';
import { dispatch } from '../core/dispatch';
import type { Log } from '../core/log';

/** A page that does not read: it is cut off and starts anew with a whole state when it comes back. Bytes. */
const mostBuffered = 4 * maxBridgeFrameBytes;

export function serveBridge(socket: WebSocket, core: Core, log: Log): void {
  const send = (frame: BridgeHostFrame) => {
    if (socket.bufferedAmount > mostBuffered) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  };
  const refuse = (id: number | null, code: BridgeErrorCode) => {
    log.warn({ code }, 'bridge request refused');
    send({ id, error: { code } });
  };

  const unsubscribe = core.subscribe((push) => send({ push }));
  socket.on('close', unsubscribe);
  socket.on('error', (error) => log.warn({ problem: error.message }, 'bridge socket failed'));
  socket.on('message', (data, isBinary) => {
    const bytes = data as Buffer;
    if (bytes.length > maxBridgeFrameBytes) {
      refuse(null, 'tooLarge');
      return;
    }
    const frame = isBinary ? null : parse(bytes.toString('utf8'));
    if (frame === null) {
      refuse(null, 'badRequest');
      return;
    }
    void dispatch(core.handlers, frame.name, frame.args, log).then((answer) =>
      answer.ok ? send({ id: frame.id, result: answer.value }) : refuse(frame.id, answer.error),
    );
  });
}

function parse(text: string): BridgeRequestFrame | null {
  try {
    const frame = BridgeRequestFrame.safeParse(JSON.parse(text));
    return frame.success ? frame.data : null;
  } catch {
    return null;
  }
}
