import type { UserId } from '../../../shared/ids';
import type { ManagerFeature } from '../../../shared/protocol/commands';
import type { PendingCommand } from '../../store/state';

export function featurePending(
  pending: readonly PendingCommand[],
  managerId: UserId,
  feature: ManagerFeature,
): boolean {
  return pending.some(
    ({ command }) => command.type === 'setFeature' && command.managerId === managerId && command.feature === feature,
  );
}

export function modePending(pending: readonly PendingCommand[], managerId: UserId): boolean {
  return pending.some(({ command }) => command.type === 'setFilterMode' && command.managerId === managerId);
}
