/**
 * How the bridge contract crosses a process border: frames of the browser host's WebSocket, answers of the desktop host's IPC,
 * and the typed errors of both. The contract itself is `bridge.ts`.
 */
import { z } from 'zod';
import { BridgePush } from './bridge';

/** Why a request was not served. Only the sender of the bad request sees it. */
export const BridgeErrorCode = z.enum([
  /** Arguments that do not fit the contract, or a frame that is no request. */
  'badRequest',
  'unknownRequest',
  'tooLarge',
  /** The sender is not a page of ours. */
  'untrusted',
  /** An administrator has set this for the machine. */
  'locked',
  /** The settings file could not be written. */
  'storage',
  /** Browser host: the process is gone; it may come back. */
  'hostGone',
  /** Browser host: the one-time link was used already, or there was none. */
  'linkUsed',
  'internal',
]);
export type BridgeErrorCode = z.infer<typeof BridgeErrorCode>;

/** Larger requests are refused; the largest there is, a full list of speed dials in any script, fits. Bytes. */
export const maxBridgeFrameBytes = 10 * 1024 * 1024;

const RequestId = z.number().int().min(0);

/** Page to browser host. */
export const BridgeRequestFrame = z.object({ id: RequestId, name: z.string().max(40), args: z.unknown() });
export type BridgeRequestFrame = z.infer<typeof BridgeRequestFrame>;

const wireError = z.object({ code: BridgeErrorCode });

/** Browser host to page. An error without an id answers a frame that had none. */
export const BridgeHostFrame = z.union([
  z.object({ push: BridgePush }),
  z.object({ id: RequestId.nullable(), error: wireError }),
  z.object({ id: RequestId, result: z.unknown() }),
]);
export type BridgeHostFrame = z.infer<typeof BridgeHostFrame>;

/** Desktop host: what an IPC request resolves with. An Error would lose its code on the way through the context bridge. */
export const BridgeAnswer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: wireError }),
]);
export type BridgeAnswer = z.infer<typeof BridgeAnswer>;

/** What the desktop preload exposes as `window.consoleBridge`; `renderer/bridge` makes a `Bridge` of it. */
export interface ExposedBridge {
  readonly host: 'desktop';
  request(name: string, args: unknown): Promise<BridgeAnswer>;
  subscribe(listener: (push: BridgePush) => void): () => void;
}
