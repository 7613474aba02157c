/** Makes one change that a manager asked for on the page. */
import type { UserId } from '../../shared/ids';
import { fail, type Result } from '../../shared/result';
import type { Active } from '../calls/active';
import { changeManager, type ManagerChange } from '../calls/managerCommands';
import type { Change, Failure } from './managerProtocol';

export async function makeChange(
  active: Active,
  userId: UserId,
  change: Change,
): Promise<Result<undefined, Failure['error']>> {
  const manager = active.world.company.managers.get(userId);
  if (!manager) return fail({ code: 'notManager', message: 'not a manager of this service' });
  const asked: ManagerChange = { ...change, managerId: userId };
  const made = await changeManager(active, { role: 'manager', userId }, manager, asked);
  if (made.ok || made.error.code !== 'staleState') return made;
  return fail({ code: 'changedElsewhere', message: made.error.message });
}
