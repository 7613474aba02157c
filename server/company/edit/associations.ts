/** Who assists whom: an association comes and goes with its line on the assistant's phone. */
import { fail, ok } from '../../../shared/result';
import type { Edit } from '../apply';
import {
  associationKey,
  associationsByManager,
  linesByUser,
  newSettings,
  ownLine,
  type Association,
  type Configuration,
} from '../configuration';
import { with_, without } from './maps';

export interface NewAssociation {
  readonly managerId: string;
  readonly assistantId: string;
  /** Number of the proxy line; null in shared line mode, where it is the manager's. */
  readonly dn: string | null;
  /** Null: made of the number. */
  readonly lineId: string | null;
  readonly isDefault: boolean;
}

/** The first assistant of a manager is the default assistant. */
export function addAssociation({ managerId, assistantId, dn, lineId, isDefault }: NewAssociation): Edit {
  return (configuration) => {
    const { users } = configuration;
    const [manager, assistant] = [users.get(managerId), users.get(assistantId)];
    if (manager?.role !== 'manager')
      return fail(manager ? `${managerId} is not a manager` : `there is no user ${managerId}`);
    if (assistant?.role !== 'assistant') {
      return fail(assistant ? `${assistantId} is not an assistant` : `there is no user ${assistantId}`);
    }
    const key = associationKey({ managerId, assistantId });
    if (configuration.associations.has(key)) return fail(`${assistantId} is an assistant of ${managerId} already`);
    const lines = linesByUser(configuration);
    const phoneId = ownLine(lines.get(assistantId))?.phoneId;
    const managerDn = ownLine(lines.get(managerId))?.dn;
    if (phoneId === undefined) return fail(`${assistantId} has no phone`);
    if (managerDn === undefined) return fail(`${managerId} has no number`);
    const { mode } = assistant;
    if (mode === 'proxy' && dn === null)
      return fail('a proxy line needs a number: give --dn, or use configure to have free ones chosen');
    if (mode === 'shared' && dn !== null)
      return fail(`in shared line mode the line has the manager's number, ${managerDn}: leave --dn out`);
    const number = dn ?? managerDn;
    const id = lineId ?? (mode === 'proxy' ? defaultLineId(number) : sharedLineId(number, phoneId));
    const taken = configuration.lines.get(id);
    if (taken) return fail(`there is a line ${id} already, of ${taken.userId}`);
    const position = 1 + Math.max(0, ...(lines.get(assistantId) ?? []).map((line) => line.position));
    const serving = associationsByManager(configuration).get(managerId) ?? [];
    const association: Association = {
      managerId,
      assistantId,
      lineId: id,
      position: 1 + Math.max(-1, ...serving.map((other) => other.position)),
      isDefault: isDefault || serving.length === 0,
    };
    const others = isDefault ? withoutDefault(configuration, serving) : configuration.associations;
    return ok({
      ...configuration,
      lines: with_(configuration.lines, id, {
        lineId: id,
        userId: assistantId,
        dn: number,
        phoneId,
        kind: mode,
        position,
      }),
      associations: with_(others, key, association),
    });
  };
}

/** Its line goes too. Was it the default assistant, the next in order is; was it the divert target, the active assistant is. */
export function removeAssociation(managerId: string, assistantId: string): Edit {
  return (configuration) => {
    const key = associationKey({ managerId, assistantId });
    const association = configuration.associations.get(key);
    if (!association) return fail(`${assistantId} is not an assistant of ${managerId}`);
    let associations = without(configuration.associations, key);
    const next = (associationsByManager(configuration).get(managerId) ?? []).find((other) => other !== association);
    if (association.isDefault && next)
      associations = with_(associations, associationKey(next), { ...next, isDefault: true });
    const settings = configuration.settings.get(managerId);
    const diverted = settings?.divertKind === 'assistant' && settings.divertValue === assistantId;
    const { divertKind, divertValue } = newSettings(managerId, 'proxy');
    return ok({
      ...configuration,
      associations,
      lines: without(configuration.lines, association.lineId),
      settings: diverted
        ? with_(configuration.settings, managerId, { ...settings, divertKind, divertValue })
        : configuration.settings,
    });
  };
}

export function setDefaultAssistant(managerId: string, assistantId: string): Edit {
  return (configuration) => {
    const key = associationKey({ managerId, assistantId });
    const association = configuration.associations.get(key);
    if (!association) return fail(`${assistantId} is not an assistant of ${managerId}`);
    const serving = associationsByManager(configuration).get(managerId) ?? [];
    const others = withoutDefault(configuration, serving);
    return ok({ ...configuration, associations: with_(others, key, { ...association, isDefault: true }) });
  };
}

/** `order`: all assistants of the manager, the first to be asked first. */
export function orderAssistants(managerId: string, order: readonly string[]): Edit {
  return (configuration) => {
    const serving = associationsByManager(configuration).get(managerId) ?? [];
    const known = new Set(serving.map(({ assistantId }) => assistantId));
    const given = new Set(order);
    const missing = [...known].filter((userId) => !given.has(userId));
    const strange = order.filter((userId) => !known.has(userId));
    if (strange.length > 0) return fail(`not an assistant of ${managerId}: ${strange.join(', ')}`);
    if (missing.length > 0) return fail(`name all assistants of ${managerId}; missing: ${missing.join(', ')}`);
    if (given.size < order.length) return fail('an assistant is named twice');
    const associations = new Map(configuration.associations);
    for (const association of serving) {
      const position = order.indexOf(association.assistantId);
      associations.set(associationKey(association), { ...association, position });
    }
    return ok({ ...configuration, associations });
  };
}

/** Line ids of the simulated switch look like this; a real one's are given. */
export function defaultLineId(dn: string): string {
  return `line-${dn}`;
}

/** The same number on several phones: the phone tells the appearances apart. */
export function sharedLineId(dn: string, phoneId: string): string {
  return `line-${dn}-${phoneId}`;
}

function withoutDefault(
  configuration: Configuration,
  serving: readonly Association[],
): ReadonlyMap<string, Association> {
  const associations = new Map(configuration.associations);
  for (const association of serving)
    associations.set(associationKey(association), { ...association, isDefault: false });
  return associations;
}
