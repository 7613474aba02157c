/**
 * What a console knows about calls, lines and managers. The service projects this for each assistant;
 * console core and renderer reduce the same events over it. Times are milliseconds since the epoch, by the service's clock.
 */
import { z } from 'zod';
import { CallId, ConnectionId, Dn, LineId, UserId } from '../ids';
import { maxParties } from './parties';

/**
 * Local connection states of ECMA-269 §6.1.5 that a console can see (`null` is "no such call").
 * With direction `out`, `alerting` means that the far party is being rung.
 */
export const CallState = z.enum(['initiated', 'alerting', 'connected', 'hold', 'queued', 'fail']);
export type CallState = z.infer<typeof CallState>;

/** Why a call looks as it does now: the ECMA-269 event that brought it there. */
export const CallCause = z.enum([
  'originated',
  'delivered',
  'established',
  'held',
  'retrieved',
  'diverted',
  'transferred',
  'conferenced',
  'connectionCleared',
  'failed',
]);
export type CallCause = z.infer<typeof CallCause>;

/** Why a call that was dialled here failed (causes of the ECMA-269 Failed event): every line of the number is taken, or nobody has the number. */
export const FailedFor = z.enum(['busy', 'notObtainable']);
export type FailedFor = z.infer<typeof FailedFor>;

export const Party = z.object({
  /** Null where the caller withheld the number. */
  number: Dn.nullable(),
  name: z.string().max(400).nullable(),
});
export type Party = z.infer<typeof Party>;

export const LineKind = z.enum(['own', 'manager', 'intercom']);
export type LineKind = z.infer<typeof LineKind>;

export const LineView = z.object({
  lineId: LineId,
  dn: Dn,
  kind: LineKind,
  /** The manager this line serves; null for the assistant's own lines. */
  managerId: UserId.nullable(),
  /** Whose line it is, for reading aloud: the manager's name, or the assistant's. */
  label: z.string().max(400),
  inUseElsewhere: z.boolean(),
});
export type LineView = z.infer<typeof LineView>;

/** What a consultation is to end in (ECMA-269 consultOptions). */
export const ConsultPurpose = z.enum(['transfer', 'conference']);
export type ConsultPurpose = z.infer<typeof ConsultPurpose>;

/** A transfer or conference that is half done: one call waits on hold while another party is asked. The switch keeps it, so it outlives a service. */
export const Consultation = z.object({
  purpose: ConsultPurpose,
  /** `held`: this is the call that waits; `consulted`: this is the one with the party who is asked. */
  side: z.enum(['held', 'consulted']),
  /** The other call of the two, at the same line. */
  other: ConnectionId,
});
export type Consultation = z.infer<typeof Consultation>;

/** One call at one of the assistant's lines. */
export const CallView = z.object({
  connectionId: ConnectionId,
  callId: CallId,
  lineId: LineId,
  state: CallState,
  direction: z.enum(['in', 'out']),
  party: Party,
  /** The manager the call is for, where it came in on a manager's line. */
  managerId: UserId.nullable(),
  forwardedBy: Party.nullable(),
  /** With the state `fail`, where the switch says why. */
  failedFor: FailedFor.optional(),
  /** When the call was made. */
  startedAt: z.number(),
  /** When it was first answered; null while it rings. */
  answeredAt: z.number().nullable(),
  /** When `state` last changed. */
  stateSince: z.number(),
  /** Parties in the call, this one included; more than two is a conference. */
  parties: z.number().int().min(1),
  /** The others in a conference, in the order they came; empty in a call of two. */
  members: z.array(Party).max(maxParties - 1),
  /** Null where no transfer or conference is half done. */
  consultation: Consultation.nullable(),
});
export type CallView = z.infer<typeof CallView>;

/** How an assistant and the managers it serves are set up; never both (product §3). */
export const LineMode = z.enum(['proxy', 'shared']);
export type LineMode = z.infer<typeof LineMode>;

export const FilterMode = z.enum(['inclusive', 'exclusive']);
export type FilterMode = z.infer<typeof FilterMode>;

export const DivertTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activeAssistant') }),
  z.object({ kind: z.literal('assistant'), userId: UserId }),
  z.object({ kind: z.literal('number'), number: Dn }),
  /** Shared line mode has no default: until a number is given there is no target. */
  z.object({ kind: z.literal('none') }),
]);
export type DivertTarget = z.infer<typeof DivertTarget>;

export const ManagerView = z.object({
  managerId: UserId,
  name: z.string().max(400),
  dn: Dn,
  assistants: z.array(z.object({ userId: UserId, name: z.string().max(400), online: z.boolean() })),
  defaultAssistant: UserId.nullable(),
  /** Who serves the manager now; null when no assistant is online. */
  activeAssistant: UserId.nullable(),
  /** The call on the manager's own phone that matters most now (alerting before connected before hold); null when idle. */
  currentCall: z.object({ state: CallState, party: Party, since: z.number() }).nullable(),
  /** Number the manager's phone is forwarded to (CFA); null when it is not. */
  forwardedTo: Dn.nullable(),
  /** The manager's intercom line; null where there is none. */
  intercomDn: Dn.nullable(),
  /** The manager has a voicemail box that calls can be sent to. */
  hasVoicemail: z.boolean(),
  messageWaiting: z.boolean(),
  doNotDisturb: z.boolean(),
  /** Everything from here on says nothing in shared line mode, but `divertTarget`. */
  assistantWatch: z.boolean(),
  alertTone: z.boolean(),
  divertAll: z.boolean(),
  divertTarget: DivertTarget,
  filterOn: z.boolean(),
  filterMode: FilterMode,
  /** Filter patterns, cleaned (shared/routing/pattern). */
  inclusive: z.array(z.string()),
  exclusive: z.array(z.string()),
});
export type ManagerView = z.infer<typeof ManagerView>;

export const ServiceView = z.object({
  /** The switch answers: calls can be controlled. */
  callControl: z.enum(['up', 'down']),
  /** The service decides where managers' calls go. */
  filtering: z.enum(['up', 'down']),
});
export type ServiceView = z.infer<typeof ServiceView>;

/** All the service tells one assistant's console; the state that events are reduced over. */
export const ConsoleState = z.object({
  me: z.object({
    userId: UserId,
    name: z.string().max(400),
    dn: Dn,
    /** False while gone offline with the console still open (proxy line mode only). */
    online: z.boolean(),
    /** Where Redirect sends calls; null is the default: the manager the call is for in proxy line mode, nowhere in shared line mode. */
    redirectTo: Dn.nullable(),
  }),
  mode: LineMode,
  lines: z.array(LineView),
  calls: z.array(CallView),
  managers: z.array(ManagerView),
  service: ServiceView,
  /** *Divert all applies to calls the filter sent to the manager* (product §4): the pattern editor needs it to tell the truth. */
  divertAllAppliesToFiltered: z.boolean(),
});
export type ConsoleState = z.infer<typeof ConsoleState>;

export const ConsoleEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), cause: CallCause, call: CallView }),
  z.object({ type: z.literal('callCleared'), cause: CallCause, connectionId: ConnectionId }),
  z.object({ type: z.literal('manager'), manager: ManagerView }),
  z.object({ type: z.literal('line'), line: LineView }),
  z.object({ type: z.literal('service'), service: ServiceView }),
  /** The assistant itself: gone offline or online, another redirect target. */
  z.object({ type: z.literal('me'), me: ConsoleState.shape.me }),
  /** The configuration has changed (lines, managers, parameters): all of it anew. */
  z.object({ type: z.literal('replaced'), state: ConsoleState }),
]);
export type ConsoleEvent = z.infer<typeof ConsoleEvent>;
