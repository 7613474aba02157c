/**
 * Sleep, wake and the end of the computer's day. Before sleep it is noted since when nobody listens; after it the link is asked, not reloaded
 * (product §7). When the system ends, everything is written at once: it waits for nobody.
 */
import { app, powerMonitor } from 'electron';
import type { Core } from '../core/core';
import type { Log } from '../core/log';

export interface PowerEnvironment {
  readonly core: Pick<Core, 'probe' | 'suspended'>;
  readonly log: Log;
  /** The machine is awake, or somebody is back at it. */
  readonly awake: () => void;
  /** Writes what is to be written, and lets go. More than once does no harm. */
  readonly end: () => void;
}

export function followPower({ core, log, awake, end }: PowerEnvironment): void {
  powerMonitor.on('suspend', () => {
    log.info({}, 'the computer goes to sleep');
    core.suspended();
  });
  const lookAround = (what: string) => () => {
    log.info({ what }, 'the computer is in use again: the link is asked');
    core.probe();
    awake();
  };
  powerMonitor.on('resume', lookAround('resume'));
  powerMonitor.on('unlock-screen', lookAround('unlock'));
  const systemEnds = () => {
    log.info({}, 'the system ends');
    end();
    app.quit();
  };
  // Linux and macOS; on Windows every window is told.
  powerMonitor.on('shutdown', systemEnds);
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', systemEnds);
  });
}
