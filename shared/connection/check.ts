/** *Help → Check connection*: the steps taken at each server, in order, and what came of them. */
import { z } from 'zod';
import { ErrorCode } from '../protocol/errors';
import { ServiceName } from '../protocol/messages';
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
] as const;

export const CheckStep = z.discriminatedUnion('status', [
  z.object({ step: z.enum(checkSteps), status: z.literal('waiting') }),
  z.object({ step: z.enum(checkSteps), status: z.literal('running') }),
  /** `found`: a fact for people, as it is (addresses, TLS version and certificate's end, role, size). */
  z.object({ step: z.enum(checkSteps), status: z.literal('ok'), ms: z.number().min(0), found: z.string().max(500) }),
  z.object({
    step: z.enum(checkSteps),
    status: z.literal('failed'),
    ms: z.number().min(0),
    problem: z.union([ErrorCode, z.enum(linkProblems), z.enum(['nameUnknown', 'timeout'])]),
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
  done: z.boolean(),
  servers: z.array(ServerCheck).max(2),
});
export type ConnectionCheck = z.infer<typeof ConnectionCheck>;
