/**
 * The port to a PBX: CSTA-shaped, no PBX detail above it. Commands resolve when *accepted*; state changes arrive only as events.
 * Ids are chosen by the caller. The simulated switch is the first backend; every backend passes the same contract tests.
 */
import { z } from 'zod';
import { CallCause, CallState, ConsultPurpose, FailedFor, FilterMode, LineMode, Party } from '../../shared/calls/model';
import { maxParties } from '../../shared/calls/parties';
import { CallId, Dn, LineId, PhoneId, UserId } from '../../shared/ids';
import { Digits } from '../../shared/protocol/commands';
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
  /** Tones sent from this line in this call: the last 32 (ECMA-269 generate digits). */
  digits: z.string().max(32),
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
  /** Once it has failed: why. */
  failedFor: FailedFor.optional(),
  /** Set on the call that a consultation made: at `lineId`, `heldCallId` waits for it. Null once completed, given up, or either call has ended. */
  consultation: z.object({ lineId: LineId, heldCallId: CallId, purpose: ConsultPurpose }).nullable(),
});
export type SwitchCall = z.infer<typeof SwitchCall>;

export const SwitchLine = z.object({
  lineId: LineId,
  /** The same DN on several phones is a shared line: all of them ring, one has the call. */
  dn: Dn,
  label: z.string(),
  /** Answers calls by itself, unless its phone is talking. */
  intercom: z.boolean(),
});
export type SwitchLine = z.infer<typeof SwitchLine>;

/** What the status window of a manager's phone shows; the service writes it, the phone displays it. */
export const PhoneStatus = z.object({
  mode: LineMode,
  /** In their configured order; to choose from. */
  assistants: z.array(
    z.object({ userId: UserId, name: z.string(), online: z.boolean(), isDefault: z.boolean(), isActive: z.boolean() }),
  ),
  filterOn: z.boolean(),
  filterMode: FilterMode,
  divertAll: z.boolean(),
  assistantWatch: z.boolean(),
  alertTone: z.boolean(),
  /** Assistant Watch: the manager's calls at assistants now; empty while the watch is off. */
  watched: z.array(
    z.object({ callId: CallId, assistant: z.string(), party: Party, state: CallState, since: z.number() }),
  ),
});
export type PhoneStatus = z.infer<typeof PhoneStatus>;

export const SwitchPhone = z.object({
  phoneId: PhoneId,
  name: z.string(),
  lines: z.array(SwitchLine),
  doNotDisturb: z.boolean(),
  /** CFA: all calls to the phone go here. */
  forwardedTo: Dn.nullable(),
  /** There is a message in the voicemail box of this phone's first line. */
  messageWaiting: z.boolean(),
  /** When the alert tone was last played (milliseconds since the epoch); null if never. */
  alertedAt: z.number().nullable(),
  /** Null while no service serves the phone: its feature keys are dead then. */
  status: PhoneStatus.nullable(),
});
export type SwitchPhone = z.infer<typeof SwitchPhone>;

/**
 * `incoming`: a call waits at a route point for the service's decision; unanswered, the switch rings the manager's own phone.
 * `noAnswer`: it has rung for `noAnswerMs` where it was sent, and goes on ringing there until the service decides otherwise.
 */
export const RouteRequest = z.object({
  routeId: z.string(),
  reason: z.enum(['incoming', 'noAnswer']),
  /** Lines at which the call has rung since it came to this route point, in that order; they outlive a service. */
  tried: z.array(LineId),
  callId: CallId,
  routePoint: Dn,
  caller: Party,
  forwardedTo: Dn.nullable(),
});
export type RouteRequest = z.infer<typeof RouteRequest>;

/** `line` rings exactly that line, past any route point; `number` is dialled as the switch would; `voicemail` is the box of that DN. */
export const Destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), lineId: LineId }),
  z.object({ kind: z.literal('number'), number: Dn }),
  z.object({ kind: z.literal('voicemail'), box: Dn }),
]);
export type Destination = z.infer<typeof Destination>;

/** The line at which a call is connected to the voicemail system; it is at no phone and takes any number of calls. */
export const voicemailLineId = LineId.parse('voicemail');

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
  /** Holds the call at this line and calls `to` from the same line as `newCallId` (ECMA-269 consultation call). */
  z.object({ type: z.literal('consultationCall'), ...at, newCallId: CallId, to: Dn, purpose: ConsultPurpose }),
  /** At the consultation call: ends it at this line and retrieves the call that waits (ECMA-269 reconnect call). */
  z.object({ type: z.literal('reconnectCall'), ...at }),
  /** Joins the other parties of two calls of this phone; both lines leave. `callId` is the call that lives on. The other may still ring. */
  z.object({ type: z.literal('transferCall'), ...at, other: z.object(at) }),
  /** Makes one call, `callId`, of several of this phone; the phone stays in it at `lineId` (ECMA-269 conference call). */
  z.object({
    type: z.literal('conferenceCall'),
    ...at,
    others: z
      .array(z.object(at))
      .min(1)
      .max(maxParties - 1),
  }),
  z.object({ type: z.literal('generateDigits'), ...at, digits: Digits }),
  /** `noAnswerMs`: ask again when the call has rung there that long; null leaves it to ring. Milliseconds. */
  z.object({
    type: z.literal('routeSelect'),
    routeId: z.string(),
    to: Destination,
    noAnswerMs: z.number().int().min(1).nullable(),
  }),
  /** Ends a `noAnswer` request: the call goes on ringing where it is. */
  z.object({ type: z.literal('routeEnd'), routeId: z.string() }),
  z.object({ type: z.literal('playAlertTone'), phoneId: PhoneId }),
  z.object({ type: z.literal('setPhoneStatus'), phoneId: PhoneId, status: PhoneStatus.nullable() }),
  /** Ends a feature key press; `refusal` is a sentence for the phone's display, null when it was done. */
  z.object({ type: z.literal('answerFeatureKey'), pressId: z.string(), refusal: z.string().max(200).nullable() }),
  z.object({ type: z.literal('setDoNotDisturb'), phoneId: PhoneId, on: z.boolean() }),
  /** Calls nobody: `cannotDial` where nobody has the number. A switch that can't tell says `notSupported`. */
  z.object({ type: z.literal('checkNumber'), number: Dn }),
]);
export type SwitchCommand = z.infer<typeof SwitchCommand>;

/**
 * `fenced`: a service with a newer epoch has taken control; this one is no longer the active one.
 * `unreachable`: it was never sent. `unanswered`: it was sent and the answer is lost, so that nobody knows whether it was done.
 * `expired`: it arrived too late and was not done.
 */
export const SwitchErrorCode = z.enum([
  'staleState',
  'noSuchCall',
  'cannotDial',
  'notSupported',
  /** More parties than one call can join. */
  'tooManyParties',
  'fenced',
  'unreachable',
  'unanswered',
  'expired',
]);
export type SwitchErrorCode = z.infer<typeof SwitchErrorCode>;
export const SwitchError = z.object({ code: SwitchErrorCode, message: z.string() });
export type SwitchError = z.infer<typeof SwitchError>;

/** A key of a manager's phone whose meaning is the service's. Toggles turn over what is set. */
export const FeatureKey = z.discriminatedUnion('key', [
  z.object({ key: z.literal('divertAll') }),
  z.object({ key: z.literal('filter') }),
  z.object({ key: z.literal('filterMode') }),
  z.object({ key: z.literal('assistantWatch') }),
  z.object({ key: z.literal('alertTone') }),
  /** Takes back the call that has rung longest at an assistant. */
  z.object({ key: z.literal('intercept') }),
  /** To the manager's divert target. */
  z.object({ key: z.literal('redirect'), callId: CallId }),
  z.object({ key: z.literal('toVoicemail'), callId: CallId }),
  z.object({ key: z.literal('chooseAssistant'), userId: UserId }),
]);
export type FeatureKey = z.infer<typeof FeatureKey>;

/** Unanswered for the route time-out, the phone shows that the service does not answer. */
export const FeatureKeyPress = z.object({ pressId: z.string(), phoneId: PhoneId, key: FeatureKey });
export type FeatureKeyPress = z.infer<typeof FeatureKeyPress>;

export const SwitchEvent = z.discriminatedUnion('type', [
  /** `call.connections` is whole after the change; a line that is no longer in it has left the call. */
  z.object({ type: z.literal('call'), cause: CallCause, call: SwitchCall }),
  z.object({ type: z.literal('callCleared'), cause: CallCause, callId: CallId }),
  z.object({ type: z.literal('phone'), phone: SwitchPhone }),
  z.object({ type: z.literal('featureKey'), press: FeatureKeyPress }),
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

/** Pools of services (product §4) are fenced apart: the newest epoch of one says nothing about another. */
export const Pool = z.number().int().min(1).max(3);
export type Pool = z.infer<typeof Pool>;

const signed = { id: z.number().int(), pool: Pool, epoch: z.number().int() };

/** Frames of the CTI link (WebSocket, loopback) between a service and the simulated switch. */
export const CtiRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('takeControl'), ...signed }),
  /** `notAfter`: by the switch's steady clock. What lay in a buffer while the switch was frozen or the network away is not done late. */
  z.object({ type: z.literal('command'), ...signed, notAfter: z.number(), command: SwitchCommand }),
]);
export type CtiRequest = z.infer<typeof CtiRequest>;

export const CtiMessage = z.discriminatedUnion('type', [
  /** `clock`: milliseconds of a clock that nobody sets. Each ping of the switch carries it, too. */
  z.object({ type: z.literal('snapshot'), snapshot: SwitchSnapshot, clock: z.number() }),
  z.object({ type: z.literal('event'), event: SwitchEvent }),
  z.object({ type: z.literal('answer'), id: z.number().int(), error: SwitchError.nullable() }),
]);
export type CtiMessage = z.infer<typeof CtiMessage>;
