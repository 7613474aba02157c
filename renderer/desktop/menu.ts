/** Tells the host what its menus and its tray show: at once at first, then only what is different, and never more often than a person could see. */
import i18next from 'i18next';
import type { MenuModel } from '../../shared/desktop/menu';
import { isMac } from '../commands/platform';
import type { App } from '../store/app';
import { livePace, type Pace } from '../store/batches';
import { fetchLaterWords } from '../strings/i18n';
import { menuModel } from './menuModel';

/** Milliseconds between two: a storm of events costs the page four models a second, and the host only what has changed. */
export const leastPause = 250;

/** Resolves when the first is on its way. */
export async function tellMenu(
  { store }: Pick<App, 'store'>,
  tell: (model: MenuModel) => Promise<unknown>,
  { now, later }: Pace = livePace,
): Promise<void> {
  let told = '';
  let lookedAt = -Infinity;
  let planned = false;
  const look = (): void => {
    planned = false;
    lookedAt = now();
    const model = menuModel(store.getState(), isMac);
    const text = JSON.stringify(model);
    if (text === told) return;
    told = text;
    // The host may be on its way out: what it has not heard is told with the next change.
    tell(model).catch(() => (told = ''));
  };
  const plan = (): void => {
    if (planned) return;
    planned = true;
    later(look, Math.max(0, lookedAt + leastPause - now()));
  };
  // The menus' own words are not among those of the login.
  await fetchLaterWords();
  store.subscribe(plan);
  i18next.on('languageChanged', plan);
  look();
}
