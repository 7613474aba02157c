/** Lines beside the own one: intercom lines come and go here, proxy and shared lines with their association. */
import { fail, ok } from '../../../shared/result';
import type { Edit } from '../apply';
import { linesByUser, ownLine, type Line } from '../configuration';
import { with_, without } from './maps';

export interface NewIntercom {
  readonly userId: string;
  readonly dn: string;
  readonly lineId: string;
}

export function addIntercom({ userId, dn, lineId }: NewIntercom): Edit {
  return (configuration) => {
    if (!configuration.users.has(userId)) return fail(`there is no user ${userId}`);
    const lines = linesByUser(configuration).get(userId) ?? [];
    const phoneId = ownLine(lines)?.phoneId;
    if (phoneId === undefined) return fail(`${userId} has no phone`);
    const taken = configuration.lines.get(lineId);
    if (taken) return fail(`there is a line ${lineId} already, of ${taken.userId}`);
    const position = 1 + Math.max(0, ...lines.map((line) => line.position));
    const line: Line = { lineId, userId, dn, phoneId, kind: 'intercom', position };
    return ok({ ...configuration, lines: with_(configuration.lines, lineId, line) });
  };
}

export interface LineChange {
  readonly dn?: string;
  readonly position?: number;
  readonly newId?: string;
}

/** A new id follows to the association that names the line. */
export function changeLine(lineId: string, { dn, position, newId }: LineChange): Edit {
  return (configuration) => {
    const line = configuration.lines.get(lineId);
    if (!line) return fail(`there is no line ${lineId}`);
    if (line.kind === 'own' && dn !== undefined)
      return fail(`${lineId} is an own line: use users change ${line.userId} --dn`);
    if (line.kind === 'own' && position !== undefined) return fail(`${lineId} is an own line: it always comes first`);
    const id = newId ?? lineId;
    const taken = id === lineId ? undefined : configuration.lines.get(id);
    if (taken) return fail(`there is a line ${id} already, of ${taken.userId}`);
    const changed: Line = { ...line, lineId: id, dn: dn ?? line.dn, position: position ?? line.position };
    const associations = new Map(configuration.associations);
    for (const [key, association] of associations) {
      if (association.lineId === lineId) associations.set(key, { ...association, lineId: id });
    }
    return ok({ ...configuration, associations, lines: with_(without(configuration.lines, lineId), id, changed) });
  };
}

export function removeLine(lineId: string): Edit {
  return (configuration) => {
    const line = configuration.lines.get(lineId);
    if (!line) return fail(`there is no line ${lineId}`);
    if (line.kind === 'own')
      return fail(`${lineId} is an own line: it goes with its user (users remove ${line.userId})`);
    for (const { managerId, assistantId, lineId: serving } of configuration.associations.values()) {
      if (serving !== lineId) continue;
      return fail(
        `${lineId} serves ${managerId}: it goes with its association (associations remove ${managerId} ${assistantId})`,
      );
    }
    return ok({ ...configuration, lines: without(configuration.lines, lineId) });
  };
}
