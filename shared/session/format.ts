/**
 * A recording of a session (product §8): JSON Lines, the header first, then one line for each input of the console. Plain on the
 * assistant's disk, gzip when it leaves the machine. Written masked (mask.ts); read as what it is, a file from anybody.
 */
import { z } from 'zod';
import { LinkView } from '../bridge';
import { ConsoleState } from '../calls/model';
import { LinkEntry } from '../connection/linkEntry';
import { ErrorCode } from '../protocol/errors';
import { CommandId, ConnectionId } from '../ids';
import { Command } from '../protocol/commands';
import { ServiceName, StampedEvent } from '../protocol/messages';
import { Intent, ScreenView } from './intent';
import { markTypes } from './marks';

export const formatName = 'assistant-console-session';
/** Raised when a reader of the version before could misread what is written; migrate.ts brings older ones up. */
export const formatVersion = 1;
export const fileExtension = '.acsession';

export const Header = z.object({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  appVersion: z.string().max(40),
  /** Wall-clock milliseconds. */
  startedAt: z.number(),
  /** How names and numbers were masked as this was written. */
  maskPolicy: z.literal('pseudonyms-1'),
  /** The same in every file of one run of the console: within it a pseudonym always means the same person. */
  recording: z.string().max(64),
  /** Files of one recording, from 0. */
  part: z.number().int().min(0),
  host: z.enum(['desktop', 'browser']),
  platform: z.string().max(40),
});
export type Header = z.infer<typeof Header>;

/** An outcome without the words the service sent with a refusal: they may speak of anybody. */
export const RecordedOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done') }),
  z.object({ status: z.literal('refused'), code: z.union([ErrorCode, z.literal('notReached')]) }),
  z.object({ status: z.literal('unknown') }),
]);
export type RecordedOutcome = z.infer<typeof RecordedOutcome>;

/** One input of the console, as the core knew it (unmasked) or as it was written (masked): the shape is the same. */
export const SessionEvent = z.discriminatedUnion('kind', [
  /** The service's whole state: a snapshot, or null when the session has ended. */
  z.object({ kind: z.literal('console'), console: ConsoleState.nullable(), clockOffsetMs: z.number() }),
  z.object({ kind: z.literal('events'), events: z.array(StampedEvent), clockOffsetMs: z.number() }),
  z.object({ kind: z.literal('link'), link: LinkView }),
  /** Heartbeats answered and missed, losses, failovers. */
  z.object({ kind: z.literal('linkEntry'), entry: LinkEntry }),
  /** A step of the connection machine that changed its phase. */
  z.object({
    kind: z.literal('transition'),
    from: z.string().max(20),
    on: z.string().max(20),
    to: z.string().max(20),
    server: ServiceName.nullable(),
    generation: z.number().int().nullable(),
  }),
  /** Sent to the service. */
  z.object({ kind: z.literal('command'), id: CommandId, command: Command }),
  /** `learned`: the truth about one whose outcome was unknown. */
  z.object({ kind: z.literal('outcome'), id: CommandId, outcome: RecordedOutcome, learned: z.boolean() }),
  z.object({ kind: z.literal('intent'), intent: Intent }),
  z.object({ kind: z.literal('view'), view: ScreenView }),
  /** A directory search: how long the query was and what came back, never the query or the people. */
  z.object({
    kind: z.literal('search'),
    length: z.number().int(),
    outcome: z.enum(['found', 'refused', 'unavailable']),
    count: z.number().int(),
  }),
  /** Something went wrong in the console itself. */
  z.object({ kind: z.literal('problem'), where: z.string().max(60), code: z.string().max(60) }),
  /** The core's own state at this moment, masked: what the replay must arrive at. `hash` is that of `state` (hash.ts). */
  z.object({ kind: z.literal('checkpoint'), state: z.lazy(() => ReplayState), hash: z.string().max(40) }),
  /** Nothing was recorded for a while (the disk was full); the next checkpoint is where it goes on. */
  z.object({ kind: z.literal('gap'), why: z.enum(['storage', 'off']) }),
  z.object({ kind: z.literal('end') }),
]);
export type SessionEvent = z.infer<typeof SessionEvent>;
export type EventKind = SessionEvent['kind'];
export const eventKinds = SessionEvent.options.map((option) => option.shape.kind.value);

/** A moment somebody may look for: found as the recording is written, so that a timeline needs no replay. */
export const Mark = z.object({
  type: z.enum(markTypes),
  /** The call it is about. */
  connectionId: ConnectionId.exactOptional(),
  /** Who, masked: `Caller-17`. */
  who: z.string().max(100).exactOptional(),
  /** For whom, masked: `Manager-3`. */
  manager: z.string().max(100).exactOptional(),
  server: ServiceName.exactOptional(),
});
export type Mark = z.infer<typeof Mark>;

/** One line after the header. */
export const Line = z.object({
  /** From 0 in each recording, also across its files. */
  seq: z.number().int().min(0),
  /** Milliseconds of a clock that never jumps, from the start of the recording. */
  tMono: z.number(),
  /** Wall-clock milliseconds. */
  tWall: z.number(),
  marks: z.array(Mark).max(100).exactOptional(),
  kind: z.enum(eventKinds),
  /** The event without its kind. */
  payload: z.record(z.string(), z.unknown()),
});
export type Line = z.infer<typeof Line>;

/** A command whose answer is out, or lost. */
export const PendingCommand = z.object({ id: CommandId, command: Command, status: z.enum(['sent', 'unknown']) });
export type PendingCommand = z.infer<typeof PendingCommand>;

/** Everything the replay shows at one moment. */
export const ReplayState = z.object({
  link: LinkView,
  console: ConsoleState.nullable(),
  clockOffsetMs: z.number(),
  /** Oldest first. */
  pending: z.array(PendingCommand),
  view: ScreenView,
});
export type ReplayState = z.infer<typeof ReplayState>;
