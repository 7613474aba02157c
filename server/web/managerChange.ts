/** Makes one change that a manager asked for on the page; changes of one manager are made one after the other. */
import { isDeepStrictEqual } from 'node:util';
import type { UserId } from '../../shared/ids';
import { fail, type Result } from '../../shared/result';
import type { Active } from '../calls/active';
import { changeManager, type ManagerCommand } from '../calls/managerCommands';
import type { Change, Failure } from './managerProtocol';
import { currentOf, managerPage } from './managerState';

export type ChangeFailure = Failure['error'];

export class ManagerChanges {
  readonly #queues = new Map<UserId, Promise<unknown>>();

  make(active: Active, userId: UserId, change: Change): Promise<Result<undefined, ChangeFailure>> {
    const before = this.#queues.get(userId) ?? Promise.resolve();
    const made = before.then(
      () => apply(active, userId, change),
      () => apply(active, userId, change),
    );
    this.#queues.set(userId, made);
    const forget = () => {
      if (this.#queues.get(userId) === made) this.#queues.delete(userId);
    };
    made.then(forget, forget);
    return made;
  }
}

async function apply(active: Active, userId: UserId, change: Change): Promise<Result<undefined, ChangeFailure>> {
  const manager = active.world.company.managers.get(userId);
  const page = managerPage(active.world, userId, null);
  if (!manager || !page) return fail({ code: 'notManager', message: 'not a manager of this service' });
  const { was, ...asked } = change;
  if (!isDeepStrictEqual(currentOf(page, change), was)) {
    return fail({ code: 'changedElsewhere', message: 'this has been changed elsewhere meanwhile' });
  }
  const command: ManagerCommand = { ...asked, managerId: userId };
  return changeManager(active, { role: 'manager', userId }, manager, command);
}
