/** From one event that was found to the next. */
import { nextFound } from './search';
import type { ReplaySession } from './session';

export function goToFound({ view, play }: ReplaySession, by: 1 | -1): void {
  const { found, player } = view.getState();
  const to = nextFound(found?.indexes ?? [], player.at, by);
  if (to === null) return;
  play({ type: 'pause' });
  play({ type: 'goTo', at: to });
}
