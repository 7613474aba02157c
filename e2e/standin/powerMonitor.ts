/** Electron's `powerMonitor`: tests emit its events. */
import { StrictEmitter, strict } from './strict';

export const powerMonitor = strict(
  'powerMonitor',
  new StrictEmitter('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown']),
);
