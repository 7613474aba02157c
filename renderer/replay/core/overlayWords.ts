/** What lay over the panels, in the words of its own title. A name that no version of this page has is shown as it was written. */
import type { TFunction } from 'i18next';
import type { Overlay } from '../../store/overlay';

const words = {
  reach: 'replay.overlay.reach',
  choosePartner: 'replay.overlay.choosePartner',
  keypad: 'command.keypad',
  redirectTarget: 'command.redirectTarget',
  configure: 'command.configureManager',
  speedDial: 'reach.speedDial',
  speedDialGroup: 'replay.overlay.speedDialGroup',
  importSpeedDials: 'speedDialImport.title',
  clearHistory: 'history.clearTitle',
  preferences: 'command.preferences',
  palette: 'command.palette',
  cheatSheet: 'command.cheatSheet',
  check: 'command.checkConnection',
  recordings: 'command.recordings',
  export: 'recordings.exportTitle',
  report: 'command.reportProblem',
  about: 'command.about',
} as const satisfies Record<Overlay['kind'], string>;

export function overlayWords(overlay: string, t: TFunction): string {
  return isKnown(overlay) ? t(words[overlay]) : overlay;
}

function isKnown(overlay: string): overlay is Overlay['kind'] {
  return Object.hasOwn(words, overlay);
}
