/** A host that can do nothing but show the page: a browser, which is not ours to end, to raise or to start; or a replay. */
import type { Abilities } from '../bridge';

export const noAbilities: Abilities = {
  quit: false,
  popToFront: false,
  startWithComputer: false,
  notifications: false,
  saveFiles: false,
  menus: false,
  tray: false,
  systemKeys: false,
  restart: false,
};
