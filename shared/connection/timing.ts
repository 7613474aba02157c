/** The clocks of the connection: which interval is in force, and how long to wait between attempts. All in milliseconds. */

export interface Timing {
  readonly heartbeatIntervalMs: number;
  readonly requestTimeoutMs: number;
}

/** The console's own settings; null follows the server. */
export interface TimingOverrides {
  readonly heartbeatIntervalMs: number | null;
  readonly requestTimeoutMs: number | null;
}

/** In force until a server has said otherwise (product §4). */
export const defaultTiming: Timing = { heartbeatIntervalMs: 30_000, requestTimeoutMs: 30_000 };

/** No setting, ours or the server's, makes the clocks faster than this (product §7). */
export const shortestPeriodMs = 1_000;

/** An attempt (connect, greeting and login together) is given up after the request timeout, but at first not later than this. */
export const longestAttemptMs = 5_000;
const firstBackoffMs = 500;
const longestBackoffMs = 10_000;

/** A tick later than this was held up by a suspended machine: nothing can be concluded from the silence. */
export const lateTickMs = 2_000;

/** How often probes in a row may put off the deadline of an unanswered ping, or begin an attempt anew. */
export const mostPutOffs = 3;

/** A session must have lasted this long before its loss counts as the first failure again; else a flapping server would be hammered. */
export const settledAfterMs = 1_000;

export function timingInForce(parameters: Timing, overrides: TimingOverrides): Timing {
  return {
    heartbeatIntervalMs: Math.max(shortestPeriodMs, overrides.heartbeatIntervalMs ?? parameters.heartbeatIntervalMs),
    requestTimeoutMs: Math.max(shortestPeriodMs, overrides.requestTimeoutMs ?? parameters.requestTimeoutMs),
  };
}

/** `slow`: how many attempts before it ran out of time at a server that was there. */
export function attemptLimitMs(timing: Timing, slow = 0): number {
  return Math.min(timing.requestTimeoutMs, longestAttemptMs * 2 ** Math.min(slow, 10));
}

/**
 * Full jitter: anywhere between zero and a ceiling that doubles with each failed attempt, 0.5 s to 10 s.
 * `random` is in [0, 1). `round` counts from 0.
 */
export function backoffMs(round: number, random: number): number {
  const ceiling = Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(round, 10));
  return Math.round(ceiling * random);
}
