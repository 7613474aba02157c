/** Adding, changing and removing users, each with their own line. */
import { fail, ok } from '../../../shared/result';
import type { Edit } from '../apply';
import { linesByUser, newSettings, ownLine, type Configuration, type Line, type User } from '../configuration';
import { removeAssociation } from './associations';
import { with_, without } from './maps';

export interface NewUser {
  readonly user: User;
  readonly dn: string;
  readonly phoneId: string;
  readonly lineId: string;
}

export function addUser({ user, dn, phoneId, lineId }: NewUser): Edit {
  return (configuration) => {
    const { userId } = user;
    if (configuration.users.has(userId)) return fail(`there is a user ${userId} already`);
    const taken = configuration.lines.get(lineId);
    if (taken) return fail(`there is a line ${lineId} already, of ${taken.userId}`);
    const line: Line = { lineId, userId, dn, phoneId, kind: 'own', position: 0 };
    return ok({
      ...configuration,
      users: with_(configuration.users, userId, user),
      lines: with_(configuration.lines, lineId, line),
      settings:
        user.role === 'manager'
          ? with_(configuration.settings, userId, newSettings(userId, user.mode))
          : configuration.settings,
    });
  };
}

export interface UserChange {
  readonly user: Partial<Omit<User, 'userId' | 'role'>>;
  readonly dn?: string;
  readonly phoneId?: string;
  readonly lineId?: string;
}

/** Another phone takes the other lines along; another number of a manager in shared line mode, its appearances. */
export function changeUser(userId: string, change: UserChange): Edit {
  return (configuration) => {
    const user = configuration.users.get(userId);
    if (!user) return fail(`there is no user ${userId}`);
    const changed: User = { ...user, ...change.user };
    let next: Configuration = { ...configuration, users: with_(configuration.users, userId, changed) };
    if (changed.role === 'manager' && changed.mode !== user.mode) {
      next = { ...next, settings: with_(next.settings, userId, newSettings(userId, changed.mode)) };
    }
    const lines = linesByUser(configuration).get(userId) ?? [];
    const own = ownLine(lines);
    const { dn, phoneId, lineId } = change;
    if (dn === undefined && phoneId === undefined && lineId === undefined) return ok(next);
    if (!own) return fail(`${userId} has no own line to change`);
    const byId = new Map(next.lines);
    if (phoneId !== undefined) for (const line of lines) byId.set(line.lineId, { ...line, phoneId });
    if (dn !== undefined) {
      for (const { managerId, lineId: serving } of configuration.associations.values()) {
        const line = managerId === userId ? byId.get(serving) : undefined;
        if (line?.kind === 'shared') byId.set(serving, { ...line, dn });
      }
    }
    byId.delete(own.lineId);
    const newId = lineId ?? own.lineId;
    const taken = byId.get(newId);
    if (taken) return fail(`there is a line ${newId} already, of ${taken.userId}`);
    byId.set(newId, { ...own, lineId: newId, dn: dn ?? own.dn, phoneId: phoneId ?? own.phoneId });
    return ok({ ...next, lines: byId });
  };
}

/** With their lines, settings and associations. */
export function removeUser(userId: string): Edit {
  return (configuration) => {
    if (!configuration.users.has(userId)) return fail(`there is no user ${userId}`);
    let next = configuration;
    for (const { managerId, assistantId } of configuration.associations.values()) {
      if (managerId !== userId && assistantId !== userId) continue;
      const removed = removeAssociation(managerId, assistantId)(next);
      if (!removed.ok) return removed;
      next = removed.value;
    }
    return ok({
      ...next,
      users: without(next.users, userId),
      lines: withoutLinesOf(next.lines, userId),
      settings: without(next.settings, userId),
    });
  };
}

/** Intercom lines of others that were for this user are for nobody now. */
function withoutLinesOf(lines: ReadonlyMap<string, Line>, userId: string): ReadonlyMap<string, Line> {
  const left = [...lines.values()].filter((line) => line.userId !== userId);
  return new Map(
    left.map((line) => {
      const { forManager, ...rest } = line;
      return [line.lineId, forManager === userId ? rest : line];
    }),
  );
}
