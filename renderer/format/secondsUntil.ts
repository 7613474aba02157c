/** Whole seconds left until `at`, for a countdown: never below 0. Both in milliseconds of the same clock. */
export function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000));
}
