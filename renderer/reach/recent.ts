/** Whom each assistant has reached from here since the console was started; the history on disk knows the calls before. */
import type { UserId } from '../../shared/ids';
import type { ReachTarget } from './suggestions';

type Recent = Pick<ReachTarget, 'name' | 'number'>;

const kept = 5;
const byAssistant = new Map<UserId, readonly Recent[]>();

export function recentOf(userId: UserId | undefined): readonly Recent[] {
  return (userId === undefined ? undefined : byAssistant.get(userId)) ?? [];
}

export function remember(userId: UserId, target: Recent): void {
  const others = recentOf(userId).filter(({ number }) => number !== target.number);
  byAssistant.set(userId, [target, ...others].slice(0, kept));
}
