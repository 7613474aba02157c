/** Tells the core what is selected and open, for the recording of the session: the latest, when the screen has come to rest. */
import type { StoreApi } from 'zustand/vanilla';
import type { ScreenView } from '../../shared/session/intent';
import type { Pace } from './batches';
import type { AppState } from './state';

export function tellView(
  store: Pick<StoreApi<AppState>, 'getState' | 'subscribe'>,
  { later }: Pick<Pace, 'later'>,
  tell: (view: ScreenView) => void,
): void {
  let told = viewOf(store.getState());
  let planned = false;
  store.subscribe((state) => {
    if (planned || isSame(viewOf(state), told)) return;
    planned = true;
    // After whatever else is sent for this press.
    later(() => {
      planned = false;
      const view = viewOf(store.getState());
      if (isSame(view, told)) return;
      told = view;
      tell(view);
    }, 0);
  });
}

function viewOf({ selected, selectedManager, overlay }: AppState): ScreenView {
  return { selected, selectedManager, overlay: overlay?.kind ?? null };
}

function isSame(one: ScreenView, other: ScreenView): boolean {
  return (
    one.selected === other.selected && one.selectedManager === other.selectedManager && one.overlay === other.overlay
  );
}
