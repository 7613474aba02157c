/** After sleep the link is asked, not reloaded (product §7). */
import { powerMonitor } from 'electron';
import type { Core } from '../core/core';

export function probeAfterSleep(core: Core): void {
  powerMonitor.on('resume', () => core.probe());
  powerMonitor.on('unlock-screen', () => core.probe());
}
