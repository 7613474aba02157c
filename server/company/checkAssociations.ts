/** Who assists whom: by a line of the right kind, in one mode and one pool, within the limits. */
import { limits } from '../../shared/limits';
import { associationKey, linesByUser, ownLine, type Association, type Configuration } from './configuration';
import type { Report } from './problem';

export function checkAssociations(configuration: Configuration, report: Report): void {
  const lines = linesByUser(configuration);
  const assistantsOf = new Map<string, number>();
  const managersOf = new Map<string, number>();
  const defaults = new Map<string, Association>();
  const users = new Map<string, Association>();
  for (const association of configuration.associations.values()) {
    const { managerId, assistantId, lineId, isDefault } = association;
    const at = (column: string, message: string, other?: Association) =>
      report(
        'associations',
        associationKey(association),
        column,
        message,
        other ? { sheet: 'associations', key: associationKey(other) } : null,
      );
    checkPeople(configuration, association, at);
    checkLine(configuration, association, ownLine(lines.get(managerId))?.dn ?? null, at);

    const sameLine = users.get(lineId);
    if (sameLine) at('lineId', `line ${lineId} serves two managers`, sameLine);
    users.set(lineId, association);
    const otherDefault = defaults.get(managerId);
    if (isDefault && otherDefault) at('default', `${managerId} has two default assistants`, otherDefault);
    if (isDefault) defaults.set(managerId, association);

    if (count(assistantsOf, managerId) === limits.assistantsPerManager + 1) {
      at(
        'assistantId',
        `manager ${managerId} has too many assistants: the limit is ${limits.assistantsPerManager} assistants a manager`,
      );
    }
    if (count(managersOf, assistantId) === limits.managersPerAssistant + 1) {
      at(
        'managerId',
        `assistant ${assistantId} has too many managers: the limit is ${limits.managersPerAssistant} managers an assistant`,
      );
    }
  }
}

type At = (column: string, message: string) => void;

function checkPeople({ users }: Configuration, { managerId, assistantId }: Association, at: At): void {
  const manager = users.get(managerId);
  const assistant = users.get(assistantId);
  if (!manager) at('managerId', `there is no user ${managerId}`);
  else if (manager.role !== 'manager') at('managerId', `${managerId} is not a manager`);
  if (!assistant) at('assistantId', `there is no user ${assistantId}`);
  else if (assistant.role !== 'assistant') at('assistantId', `${assistantId} is not an assistant`);
  if (!manager || !assistant) return;
  if (manager.mode !== assistant.mode) {
    const modes = `${managerId} is in ${manager.mode} line mode, ${assistantId} in ${assistant.mode} line mode`;
    at('assistantId', `${modes}; modes are not mixed`);
  }
  if (manager.pool !== assistant.pool) {
    const pools = `${managerId} is in pool ${manager.pool}, ${assistantId} in pool ${assistant.pool}`;
    at('assistantId', `${pools}; a manager and all its assistants are in one pool`);
  }
}

function checkLine({ users, lines }: Configuration, association: Association, managerDn: string | null, at: At): void {
  const { managerId, assistantId, lineId } = association;
  const line = lines.get(lineId);
  const mode = users.get(assistantId)?.mode;
  if (!line) at('lineId', `there is no line ${lineId}`);
  else if (line.userId !== assistantId) at('lineId', `line ${lineId} belongs to ${line.userId}, not to ${assistantId}`);
  else if (mode && line.kind !== mode) at('lineId', `line ${lineId} is not a ${mode} line`);
  else if (line.kind === 'shared' && managerDn !== null && line.dn !== managerDn) {
    at('lineId', `the shared line ${lineId} has the number ${line.dn}; it must have ${managerId}'s, ${managerDn}`);
  }
}

function count(counts: Map<string, number>, key: string): number {
  const now = (counts.get(key) ?? 0) + 1;
  counts.set(key, now);
  return now;
}
