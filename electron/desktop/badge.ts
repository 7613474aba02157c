/** How many calls wait, ringing or missed and not looked at: on the Dock, on the launcher of Linux, over the icon on the taskbar of Windows. */
import { app } from 'electron';
import type { Core } from '../core/core';
import { badgeImage } from './pictures';
import { followSummary, summaryOf } from './summary';
import type { Summary } from './summary';
import { trayLines } from './trayTemplate';
import { trayWordsFor } from './trayWords';
import { consoleWindows, onConsoleWindow } from './window';

export function badgeCount({ link, ringing, missed }: Summary): number {
  return link === 'signedOut' ? 0 : ringing + missed;
}

export function showBadge(core: Core): void {
  const show = () => {
    const count = badgeCount(summaryOf(core.state()));
    if (process.platform === 'win32') showOverlay(core, count);
    else app.setBadgeCount(count);
  };
  followSummary(core, show);
  // The overlay belongs to a window's button on the taskbar: a new one has none yet, nor has one that was hidden.
  onConsoleWindow((window) => window.on('show', show));
}

/** The words are what a screen reader says of it. */
function showOverlay(core: Core, count: number): void {
  const { preferences } = core.state();
  const facts = { summary: summaryOf(core.state()), words: trayWordsFor(preferences), preferences };
  const words = count === 0 ? '' : trayLines(facts).slice(1).join(' · ');
  for (const window of consoleWindows()) window.setOverlayIcon(count === 0 ? null : badgeImage(count), words);
}
