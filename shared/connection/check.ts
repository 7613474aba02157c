/** *Help → Check connection*: the steps taken at each server, in order, and what came of them. */
import { z } from 'zod';
import { UserId } from '../ids';
import { ErrorCode } from '../protocol/errors';
import { Position, ServiceName } from '../protocol/messages';
import { linkProblems } from './problem';

/** In this order. After a step that failed the rest is `skipped`. */
export const checkSteps = ['dns', 'tcp', 'tls', 'greeting', 'login', 'heartbeat', 'snapshot'] as const;
export type CheckStepName = (typeof checkSteps)[number];

/** Why a step was not taken. */
export const skipReasons = [
  /** A step before it has failed. */
  'earlier',
  /** The host is an address already. */
  'isAddress',
  /** This server is set to be spoken to without encryption. */
  'plain',
  /** A standby has no sessions to show: that is its role, not a fault. */
  'standby',
  /** Nobody is signed in: there is no session to look at. */
  'signedOut',
  /** The session is with the servers of before the settings were changed: its token is shown to nobody else. */
  'otherServers',
] as const;
export type CheckSkipReason = (typeof skipReasons)[number];

/** What can be wrong besides what a login can be told. */
export const checkProblems = [
  'nameUnknown',
  'timeout',
  /** An IPMA service, but not the one that is expected at this address: both addresses may lead to the same. */
  'otherService',
  /** The service has something else at the same place of the stream than this console shows. */
  'stateDiffers',
] as const;
export const CheckProblem = z.union([ErrorCode, z.enum(linkProblems), z.enum(checkProblems)]);
export type CheckProblem = z.infer<typeof CheckProblem>;

/** How the service's state stands to the one on the screen. */
export const comparisons = ['same', 'ahead', 'behind', 'otherEpoch', 'nothing'] as const;

/** What a step found out: facts, made into words by the screen. Times in milliseconds, of the wall clock where they are moments. */
export const CheckFound = z.discriminatedUnion('of', [
  z.object({ of: z.literal('dns'), addresses: z.array(z.string().max(60)).max(16) }),
  z.object({ of: z.literal('tcp'), address: z.string().max(60) }),
  z.object({
    of: z.literal('tls'),
    version: z.string().max(20),
    cipher: z.string().max(80),
    subject: z.string().max(300),
    validUntil: z.number().nullable(),
  }),
  z.object({
    of: z.literal('greeting'),
    protocol: z.number().int(),
    service: ServiceName,
    role: z.enum(['active', 'standby']),
  }),
  z.object({ of: z.literal('login'), userId: UserId }),
  z.object({ of: z.literal('heartbeat'), trips: z.array(z.number().min(0)).max(10), median: z.number().min(0) }),
  z.object({
    of: z.literal('snapshot'),
    bytes: z.number().int(),
    managers: z.number().int(),
    lines: z.number().int(),
    calls: z.number().int(),
    position: Position,
    /** Where this console stands; null when it has no state of its own. */
    ours: Position.nullable(),
    compared: z.enum(comparisons),
  }),
]);
export type CheckFound = z.infer<typeof CheckFound>;

export const CheckStep = z.discriminatedUnion('status', [
  z.object({ step: z.enum(checkSteps), status: z.literal('waiting') }),
  z.object({ step: z.enum(checkSteps), status: z.literal('running') }),
  z.object({ step: z.enum(checkSteps), status: z.literal('ok'), ms: z.number().min(0), found: CheckFound }),
  z.object({
    step: z.enum(checkSteps),
    status: z.literal('failed'),
    ms: z.number().min(0),
    problem: CheckProblem,
    /** The system's own words, for the report: `ECONNREFUSED`, a certificate's subject. */
    detail: z.string().max(500),
  }),
  z.object({ step: z.enum(checkSteps), status: z.literal('skipped'), why: z.enum(skipReasons) }),
]);
export type CheckStep = z.infer<typeof CheckStep>;

export const ServerCheck = z.object({
  server: ServiceName,
  /** As written in the settings: `wss://host:port`. */
  url: z.string().max(300),
  steps: z.array(CheckStep).max(checkSteps.length),
});
export type ServerCheck = z.infer<typeof ServerCheck>;

export const ConnectionCheck = z.object({
  /** Wall-clock milliseconds of the console's machine. */
  startedAt: z.number(),
  /** What this console speaks. */
  protocol: z.number().int(),
  /** In force for the link now. */
  timing: z.object({ heartbeatIntervalMs: z.number(), requestTimeoutMs: z.number() }),
  done: z.boolean(),
  servers: z.array(ServerCheck).max(2),
});
export type ConnectionCheck = z.infer<typeof ConnectionCheck>;
