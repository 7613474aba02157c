/** Finds out whether a manager's divert number would send a call round in a circle (product §10: a circular divert is refused). */
import type { Dn, UserId } from '../ids';
import { cleanNumber } from './number';

export interface DivertingManager {
  readonly userId: UserId;
  readonly dn: Dn;
  /** Numbers of the proxy lines on which this manager's assistants take calls. */
  readonly proxyNumbers: readonly Dn[];
  /** As it would be dialled; null where the divert target is not a number. */
  readonly divertsTo: Dn | null;
}

/**
 * The numbers that a call diverted by `managerId` to `number` would pass, from the manager's own to the one that closes the circle;
 * null when it comes to rest somewhere. The manager's own number and own proxy lines are the shortest circles.
 */
export function divertCircle(
  managers: readonly DivertingManager[],
  managerId: UserId,
  number: Dn,
): readonly string[] | null {
  const start = managers.find((manager) => manager.userId === managerId);
  const own = start ? [start.dn, ...start.proxyNumbers].map(cleanNumber) : [];
  const byNumber = new Map(managers.map((manager) => [cleanNumber(manager.dn), manager]));
  const passed = start ? [cleanNumber(start.dn)] : [];
  let next: Dn | null = number;
  while (next !== null) {
    const here = cleanNumber(next);
    if (own.includes(here) || passed.includes(here)) return [...passed, here];
    passed.push(here);
    next = byNumber.get(here)?.divertsTo ?? null;
  }
  return null;
}
