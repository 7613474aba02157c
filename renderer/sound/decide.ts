/** What should be heard now. Pure: the effect is `ringer.ts`. */
import type { Preferences } from '../../shared/console/preferences';
import { ringsHere } from '../store/selection';
import { isCurrent } from '../store/selectors';
import type { AppState } from '../store/state';

/** `second`: another call while the assistant is talking; a quiet mark instead of a ring in the ear. */
export type Tone = 'ring' | 'second';

/** Null is silence: nothing rings, the assistant wants none, or what is known may no longer be true. */
export function toneNow(state: Pick<AppState, 'link' | 'console' | 'preferences'>): Tone | null {
  const { console, preferences } = state;
  if (!preferences.ring.on || preferences.ring.volume === 0) return null;
  if (!isCurrent(state) || console?.me.online !== true) return null;
  if (!console.calls.some(ringsHere)) return null;
  return console.calls.some((call) => call.state === 'connected') ? 'second' : 'ring';
}

/** How loud a tone is, 0 to 1; ears hear in squares. */
export function gainOf(tone: Tone, { volume }: Preferences['ring']): number {
  return volume * volume * (tone === 'second' ? 0.25 : 0.8);
}
