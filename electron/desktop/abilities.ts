/** What this host can do on this machine. */
import { Notification } from 'electron';
import type { Abilities } from '../../shared/bridge';
import { canStartWithComputer } from './startWithComputer';

export function abilitiesHere(): Abilities {
  return {
    quit: true,
    popToFront: true,
    startWithComputer: canStartWithComputer(),
    notifications: Notification.isSupported(),
    saveFiles: true,
    menus: true,
    // not yet
    tray: false,
    // not yet
    systemKeys: false,
    restart: true,
  };
}
