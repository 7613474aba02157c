/** Enter pressed twice, or a double click upon Enter: one call is meant. Pure. */
import { cleanDialString } from '../../../shared/routing/dialString';
import type { AppState } from '../../store/state';

/** Is this number being called already: asked for and not answered by the service yet, or ringing? */
export function isBeingCalled(number: string, { pending, console }: Pick<AppState, 'pending' | 'console'>): boolean {
  const to = cleanDialString(number);
  if (!to.ok) return false;
  const asked = pending.some(({ command }) => command.type === 'makeCall' && command.to === to.value);
  return (
    asked ||
    (console?.calls ?? []).some(
      (call) =>
        call.direction === 'out' &&
        (call.state === 'initiated' || call.state === 'alerting') &&
        call.party.number === to.value,
    )
  );
}
