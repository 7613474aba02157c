/**
 * Tells the core what is selected and open, for the recording of the session: the latest, when the screen has come to rest. It is told anew to
 * a host that may not know it, and by the tab that comes to the front: of two tabs the recording follows the one in use.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { ScreenView } from '../../shared/session/intent';
import type { Pace } from './batches';
import type { AppState } from './state';

export function tellView(
  store: Pick<StoreApi<AppState>, 'getState' | 'subscribe'>,
  { later }: Pick<Pace, 'later'>,
  onFocus: (run: () => void) => void,
  tell: (view: ScreenView) => void,
): void {
  /** Null at first: what was selected on a page before this one is not selected any more. */
  let told: ScreenView | null = null;
  let planned = false;
  const plan = (): void => {
    if (planned || isSame(viewOf(store.getState()), told)) return;
    planned = true;
    // After whatever else is sent for this press.
    later(() => {
      planned = false;
      const view = viewOf(store.getState());
      if (isSame(view, told)) return;
      told = view;
      tell(view);
    }, 0);
  };
  const anew = (): void => {
    told = null;
    plan();
  };
  store.subscribe((now, before) => {
    // Told with the whole state by a host that was away, and whenever another recording begins. A view that is known costs nothing.
    if (now.recorder === before.recorder) plan();
    else anew();
  });
  onFocus(anew);
  plan();
}

export function onWindowFocus(run: () => void): void {
  if (typeof window !== 'undefined') window.addEventListener('focus', run);
}

function viewOf({ selected, selectedManager, overlay }: AppState): ScreenView {
  return { selected, selectedManager, overlay: overlay?.kind ?? null };
}

function isSame(one: ScreenView, other: ScreenView | null): boolean {
  return (
    one.selected === other?.selected && one.selectedManager === other.selectedManager && one.overlay === other.overlay
  );
}
