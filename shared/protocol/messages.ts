/**
 * Console <-> service, JSON text frames over WebSocket (docs/protocol.md). The service greets first; any frame proves life.
 */
import { z } from 'zod';
import { ConsoleEvent, ConsoleState } from '../calls/model';
import { CommandId, UserId } from '../ids';
import { text } from '../text';
import { Command } from './commands';
import { ProtocolError } from './errors';

/** Raised when an old console could misread a new service, or the other way round. */
export const protocolVersion = 4;
export const defaultPort = 2912;
/** Frames above this many bytes are refused with `frameTooLarge` and the socket is closed. */
export const maxFrameBytes = 64 * 1024;
/** A whole snapshot (33 managers with full lists) is larger than anything a console sends. */
export const maxServerFrameBytes = 4 * 1024 * 1024;

export const ServiceName = z.enum(['primary', 'backup']);
export type ServiceName = z.infer<typeof ServiceName>;

/** Where an event stands in a stream. `epoch` changes when another service becomes active: streams of two epochs are never mixed. */
export const Position = z.object({ epoch: z.number().int(), seq: z.number().int().min(0) });
export type Position = z.infer<typeof Position>;

export const StampedEvent = Position.extend({ at: z.number(), event: ConsoleEvent });
export type StampedEvent = z.infer<typeof StampedEvent>;

export const DirectoryEntry = z.object({
  id: z.string().max(64),
  firstName: z.string().max(200),
  lastName: z.string().max(200),
  number: z.string().max(40),
  department: z.string().max(200),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

export const CommandResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done') }),
  z.object({ status: z.literal('refused'), error: ProtocolError }),
  /** Only as the answer to `outcome`: begun by a service that died before it could say how it ended, or never seen. */
  z.object({ status: z.literal('unknown'), begun: z.boolean() }),
]);
export type CommandResult = z.infer<typeof CommandResult>;

export const ClientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.number().int(), appVersion: text.max(40) }),
  z.object({
    type: z.literal('login'),
    userId: text.min(1).max(64),
    password: text.min(1).max(256),
    /** From an earlier `session` of this user on this machine: a known device is not slowed by what others try. */
    device: text.min(1).max(200).nullable(),
  }),
  /** Continues a session on either service. `position` null asks for a snapshot. */
  z.object({ type: z.literal('resume'), token: text.min(1).max(200), position: Position.nullable() }),
  /** In place of a login: shows what a `resume` would be given, and changes nothing for anybody (*Check connection*). */
  z.object({ type: z.literal('inspect'), token: text.min(1).max(200) }),
  z.object({ type: z.literal('ping'), id: z.number().int() }),
  /** `expiresInMs` counts from `sentAt`, without it from arrival: a command that waited longer in the service is refused with `expired`, never run late. */
  z.object({
    type: z.literal('command'),
    id: CommandId,
    expiresInMs: z.number().int().min(1).max(60_000),
    /** When it was sent, by the service's steady clock (`clock`) as the console knows it: time in a buffer or on a slow line counts too. */
    sentAt: z.number().exactOptional(),
    command: Command,
  }),
  /** After a lost answer: what became of this command? */
  z.object({ type: z.literal('outcome'), id: CommandId }),
  /** Control characters part words, as spaces do: people paste cells of a table. */
  z.object({ type: z.literal('search'), id: z.number().int(), query: z.string().max(200) }),
  z.object({ type: z.literal('logout') }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

/** Service parameters a console follows (product §4). Milliseconds. */
export const ConsoleParameters = z.object({
  heartbeatIntervalMs: z.number().int().min(1_000),
  requestTimeoutMs: z.number().int().min(1_000),
});
export type ConsoleParameters = z.infer<typeof ConsoleParameters>;

export const ServerMessage = z.discriminatedUnion('type', [
  /** First frame of every connection. A standby closes after it; go to the other service. */
  z.object({
    type: z.literal('welcome'),
    protocol: z.number().int(),
    service: ServiceName,
    role: z.enum(['active', 'standby']),
    /** A standby that knows of no healthy active service: it may be active itself in a moment. Absent means no. */
    electing: z.boolean().optional(),
  }),
  /** Answer to `login` and `resume`. The stream continues after `position`; exactly one of `snapshot` and `missed` is not null. */
  z.object({
    type: z.literal('session'),
    userId: UserId,
    resumeToken: z.string(),
    /** Another console of this assistant was in charge until now; it has been told `superseded`. */
    tookOver: z.boolean().optional(),
    /** To be kept on this machine and shown at the next login; null at a resume. */
    device: z.string().nullable(),
    parameters: ConsoleParameters,
    serverTime: z.number(),
    /** Milliseconds of a clock of this service that nobody sets; each `pong` tells it anew. */
    clock: z.number().exactOptional(),
    position: Position,
    snapshot: ConsoleState.nullable(),
    missed: z.array(StampedEvent).nullable(),
  }),
  /** Answer to `inspect`; a token that is not good any more gets `error tokenInvalid`. */
  z.object({
    type: z.literal('inspected'),
    userId: UserId,
    parameters: ConsoleParameters,
    serverTime: z.number(),
    position: Position,
    snapshot: ConsoleState,
  }),
  z.object({ type: z.literal('events'), serverTime: z.number(), events: z.array(StampedEvent) }),
  /** The administrator has changed them: in force from now on. */
  z.object({ type: z.literal('parameters'), parameters: ConsoleParameters }),
  z.object({ type: z.literal('pong'), id: z.number().int(), clock: z.number().exactOptional() }),
  z.object({ type: z.literal('result'), id: CommandId, result: CommandResult }),
  z.object({
    type: z.literal('found'),
    id: z.number().int(),
    entries: z.array(DirectoryEntry).max(25),
    more: z.boolean(),
  }),
  z.object({ type: z.literal('searchRefused'), id: z.number().int(), error: ProtocolError }),
  /** Not tied to a request: a refused login, a bad frame, a session taken over. The service closes after `superseded` and the frame errors. */
  z.object({ type: z.literal('error'), error: ProtocolError }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;
