import type { BridgeErrorCode } from './bridgeWire';

/** What a failed `Bridge.request` rejects with, in both hosts. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';
  constructor(readonly code: BridgeErrorCode) {
    super(`the console host refused the request: ${code}`);
  }
}
