/**
 * Somebody types a number or a PIN for a call, the call ends and its field is gone: the digits still on their way are for nobody. They must
 * not reach the dial field, nor Enter the list behind.
 */
import type { App } from '../store/app';
import { callOf } from '../store/overlay';
import type { AppState } from '../store/state';

/** Milliseconds without a key, after which whatever comes is new. */
const pause = 1_000;

export interface OrphanedTyping {
  /** True where the key was meant for what has gone. */
  readonly takes: (event: KeyboardEvent) => boolean;
  readonly stop: () => void;
}

export function watchOrphanedTyping({ store }: App): OrphanedTyping {
  let last = -Infinity;
  const forget = (): void => void (last = -Infinity);
  const unsubscribe = store.subscribe((after, before) => {
    if (lostItsCall(before, after)) last = performance.now();
  });
  window.addEventListener('pointerdown', forget, { capture: true });
  return {
    takes: (event) => {
      if (!types(event)) {
        forget();
        return false;
      }
      if (event.timeStamp - last >= pause) return false;
      last = event.timeStamp;
      return true;
    },
    stop: () => {
      unsubscribe();
      window.removeEventListener('pointerdown', forget, { capture: true });
    },
  };
}

/** What was open for a call has gone because the call has. */
export function lostItsCall(before: Pick<AppState, 'overlay'>, after: Pick<AppState, 'overlay' | 'console'>): boolean {
  const connectionId = callOf(before.overlay);
  if (connectionId === null || after.overlay !== null || after.console === null) return false;
  return !after.console.calls.some((call) => call.connectionId === connectionId);
}

function types({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return key.length === 1 || key === 'Enter' || key === 'Backspace' || key === 'Shift';
}
