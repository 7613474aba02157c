/** What this host can do on this machine. */
import { Notification } from 'electron';
import type { Abilities } from '../../shared/bridge';
import { canStartWithComputer } from './startWithComputer';
import { canHaveTray } from './tray';

export function abilitiesHere(): Abilities {
  return {
    quit: true,
    popToFront: true,
    startWithComputer: canStartWithComputer(),
    notifications: Notification.isSupported(),
    saveFiles: true,
    menus: true,
    tray: canHaveTray(process.platform, process.env),
    systemKeys: true,
    restart: true,
  };
}
