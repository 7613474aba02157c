/** What the manager's page and the service say to each other: JSON over HTTP, and whole states over a WebSocket. */
import { z } from 'zod';
import { PasswordProblemKind } from '../../shared/accounts/problemKind';
import { DivertTarget, FilterMode, LineMode, ManagerView, ServiceView } from '../../shared/calls/model';
import { UserId } from '../../shared/ids';
import { ManagerFeature } from '../../shared/protocol/commands';
import { ErrorCode } from '../../shared/protocol/errors';
import { text } from '../../shared/text';

export const eventsPath = '/manager/api/events';

/** All that the page shows. Calls are not among it. */
export const ManagerPage = z.object({
  mode: LineMode,
  manager: ManagerView,
  service: ServiceView,
  divertAllAppliesToFiltered: z.boolean(),
  /** Where the other service serves this page; null where there is none. */
  other: z.string().nullable(),
});
export type ManagerPage = z.infer<typeof ManagerPage>;

const patterns = z.array(z.string().max(64)).max(200);

/** One change; `was` is what the page showed: what somebody else has changed meanwhile is never overwritten unseen. */
export const Change = z.discriminatedUnion('type', [
  z.object({ type: z.literal('setFeature'), feature: ManagerFeature, on: z.boolean(), was: z.boolean() }),
  z.object({ type: z.literal('setFilterMode'), mode: FilterMode, was: FilterMode }),
  z.object({ type: z.literal('setPatterns'), mode: FilterMode, patterns, was: patterns }),
  z.object({ type: z.literal('setDivertTarget'), target: DivertTarget, was: DivertTarget }),
  z.object({ type: z.literal('setDefaultAssistant'), assistantId: UserId, was: UserId.nullable() }),
]);
export type Change = z.infer<typeof Change>;

export const Login = z.object({ userId: text.min(1).max(64), password: text.min(1).max(256) });
export const NewPassword = z.object({ current: text.min(1).max(256), next: z.string().max(1_000) });

export const FailureCode = z.enum([
  ...ErrorCode.options,
  /** The request is not one of ours. */
  'badRequest',
  'forbidden',
  'notManager',
  /** The setting is no longer what the page showed. */
  'changedElsewhere',
  'weakPassword',
]);
export type FailureCode = z.infer<typeof FailureCode>;

export const Failure = z.object({
  error: z.object({
    code: FailureCode,
    message: z.string(),
    /** `lockedOut`: milliseconds until it may be tried again. */
    retryInMs: z.number().optional(),
    /** `weakPassword`: everything that is wrong with it. */
    problems: z.array(PasswordProblemKind).optional(),
  }),
  /** `standby`: where the other service serves this page. */
  other: z.string().nullable().optional(),
});
export type Failure = z.infer<typeof Failure>;
