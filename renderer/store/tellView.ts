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
  store.subscribe(plan);
  plan();
}

function viewOf({ selected, selectedManager, overlay }: AppState): ScreenView {
  return { selected, selectedManager, overlay: overlay?.kind ?? null };
}

function isSame(one: ScreenView, other: ScreenView | null): boolean {
  return (
    one.selected === other?.selected && one.selectedManager === other.selectedManager && one.overlay === other.overlay
  );
}
