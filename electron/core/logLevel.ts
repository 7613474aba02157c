/** The log level of the settings is in force at once. */
import type { Core } from './core';

export function followLogLevel(log: { level: string }, core: Pick<Core, 'subscribe'>): void {
  core.subscribe((push) => {
    if (push.kind === 'settings') log.level = push.settings.logLevel;
  });
}
