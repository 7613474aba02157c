/**
 * The port to a PBX: CSTA-shaped, no PBX detail above it. Commands resolve when *accepted*; state changes arrive only as events.
 * Ids are chosen by the caller. The simulated switch is the first backend; every backend passes the same contract tests.
 */
import { z } from 'zod';
import { CallCause, CallState, Party } from '../../shared/calls/model';
import { CallId, Dn, LineId, PhoneId } from '../../shared/ids';
import type { Result } from '../../shared/result';

/** One call at one line of the switch. */
export const SwitchConnection = z.object({
  lineId: LineId,
  dn: Dn,
  name: z.string().nullable(),
  state: CallState,
  /** `out` at the line that made the call. */
  direction: z.enum(['in', 'out']),
  since: z.number(),
});
export type SwitchConnection = z.infer<typeof SwitchConnection>;

export const SwitchCall = z.object({
  callId: CallId,
  connections: z.array(SwitchConnection),
  /** Who made the call. */
  caller: Party,
  /** The number first called. */
  calledDn: Dn,
  /** The route point DN the call came through, if it did: the manager it is for. */
  routedFor: Dn.nullable(),
  forwardedBy: Party.nullable(),
  startedAt: z.number(),
  answeredAt: z.number().nullable(),
});
export type SwitchCall = z.infer<typeof SwitchCall>;

export const SwitchLine = z.object({ lineId: LineId, dn: Dn, label: z.string() });
export type SwitchLine = z.infer<typeof SwitchLine>;

export const SwitchPhone = z.object({
  phoneId: PhoneId,
  name: z.string(),
  lines: z.array(SwitchLine),
  doNotDisturb: z.boolean(),
  /** CFA: all calls to the phone go here. */
  forwardedTo: Dn.nullable(),
});
export type SwitchPhone = z.infer<typeof SwitchPhone>;

/** A call waits at a route point for the service's decision; unanswered, the switch rings the manager's own phone. */
export const RouteRequest = z.object({
  routeId: z.string(),
  callId: CallId,
  routePoint: Dn,
  caller: Party,
  forwardedTo: Dn.nullable(),
});
export type RouteRequest = z.infer<typeof RouteRequest>;

/** `line` rings exactly that line, past any route point; `number` is dialled as the switch would. */
export const Destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), lineId: LineId }),
  z.object({ kind: z.literal('number'), number: Dn }),
]);
export type Destination = z.infer<typeof Destination>;

const at = { callId: CallId, lineId: LineId };

export const SwitchCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('makeCall'), callId: CallId, lineId: LineId, to: Dn }),
  z.object({ type: z.literal('answerCall'), ...at }),
  z.object({ type: z.literal('clearConnection'), ...at }),
  z.object({ type: z.literal('holdCall'), ...at }),
  z.object({ type: z.literal('retrieveCall'), ...at }),
  /** The line leaves and the other party rings `to`; the calling right is the line's own. */
  z.object({ type: z.literal('singleStepTransfer'), ...at, to: Destination }),
  /** An alerting call goes elsewhere without having been answered. */
  z.object({ type: z.literal('deflectCall'), ...at, to: Destination }),
  z.object({ type: z.literal('routeSelect'), routeId: z.string(), to: Destination }),
  z.object({ type: z.literal('setDoNotDisturb'), phoneId: PhoneId, on: z.boolean() }),
]);
export type SwitchCommand = z.infer<typeof SwitchCommand>;

/** `fenced`: a service with a newer epoch has taken control; this one is no longer the active one. */
export const SwitchErrorCode = z.enum([
  'staleState',
  'noSuchCall',
  'cannotDial',
  'notSupported',
  'fenced',
  'unreachable',
]);
export type SwitchErrorCode = z.infer<typeof SwitchErrorCode>;
export const SwitchError = z.object({ code: SwitchErrorCode, message: z.string() });
export type SwitchError = z.infer<typeof SwitchError>;

export const SwitchEvent = z.discriminatedUnion('type', [
  /** `call.connections` is whole after the change; a line that is no longer in it has left the call. */
  z.object({ type: z.literal('call'), cause: CallCause, call: SwitchCall }),
  z.object({ type: z.literal('callCleared'), cause: CallCause, callId: CallId }),
  z.object({ type: z.literal('phone'), phone: SwitchPhone }),
  z.object({ type: z.literal('routeRequest'), request: RouteRequest }),
]);
export type SwitchEvent = z.infer<typeof SwitchEvent>;

export const SwitchSnapshot = z.object({
  phones: z.array(SwitchPhone),
  calls: z.array(SwitchCall),
  routeRequests: z.array(RouteRequest),
});
export type SwitchSnapshot = z.infer<typeof SwitchSnapshot>;

/** What the service holds in its hand. Reconnects by itself; after each reconnect `snapshot` is delivered again. */
export interface SwitchPort {
  /** Resolves when the switch has accepted or refused; never rejects. */
  send(command: SwitchCommand): Promise<Result<undefined, SwitchError>>;
  /** Declares this service active with its lease epoch: older epochs are fenced from now on, waiting route requests are delivered again. */
  takeControl(epoch: number): Promise<Result<undefined, SwitchError>>;
  listen(listener: SwitchListener): () => void;
  close(): Promise<void>;
}

export interface SwitchListener {
  connected(snapshot: SwitchSnapshot): void;
  event(event: SwitchEvent): void;
  disconnected(): void;
}

/** Frames of the CTI link (WebSocket, loopback) between a service and the simulated switch. */
export const CtiRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('takeControl'), id: z.number().int(), epoch: z.number().int() }),
  z.object({ type: z.literal('command'), id: z.number().int(), epoch: z.number().int(), command: SwitchCommand }),
]);
export type CtiRequest = z.infer<typeof CtiRequest>;

export const CtiMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), snapshot: SwitchSnapshot }),
  z.object({ type: z.literal('event'), event: SwitchEvent }),
  z.object({ type: z.literal('answer'), id: z.number().int(), error: SwitchError.nullable() }),
]);
export type CtiMessage = z.infer<typeof CtiMessage>;
