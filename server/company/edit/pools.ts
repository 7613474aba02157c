/** Moving people to another pool: whoever is connected by associations goes along, since a manager and its assistants stay together. */
import { fail, ok, type Result } from '../../../shared/result';
import type { Configuration } from '../configuration';

export interface Moved {
  readonly configuration: Configuration;
  /** Everybody who changed pools, those who were named and those connected with them. */
  readonly moved: readonly string[];
}

export function moveToPool(
  configuration: Configuration,
  pool: number,
  userIds: readonly string[],
): Result<Moved, string> {
  const unknown = userIds.filter((userId) => !configuration.users.has(userId));
  if (unknown.length > 0) return fail(`there is no user ${unknown.join(', ')}`);
  const users = new Map(configuration.users);
  const moved: string[] = [];
  for (const userId of connected(configuration, userIds)) {
    const user = users.get(userId);
    if (!user || user.pool === pool) continue;
    users.set(userId, { ...user, pool });
    moved.push(userId);
  }
  return ok({ configuration: { ...configuration, users }, moved });
}

function connected(configuration: Configuration, userIds: readonly string[]): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { managerId, assistantId } of configuration.associations.values()) {
    join(managerId, assistantId);
    join(assistantId, managerId);
  }
  const found = new Set(userIds);
  // A set gives what is added while it is gone through, too.
  for (const userId of found) for (const neighbour of neighbours.get(userId) ?? []) found.add(neighbour);
  return found;
}
