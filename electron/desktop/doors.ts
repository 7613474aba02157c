/** What every window of ours states about its page: every door closed, none left to a default that changes between versions. */
import type { WebPreferences } from 'electron';

export const closedDoors = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  plugins: false,
  // No picture of ours is drawn with it: the driver of a graphics card is a door, too.
  webgl: false,
  // A page has no dialogs of the system's: it could hold up the console with them.
  disableDialogs: true,
} as const satisfies WebPreferences;
