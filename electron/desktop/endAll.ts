/** Lets go of everything there is, once. What fails in it must not keep the rest from being written. */
import { describeThrown } from '../core/logging/describe';
import type { Log } from '../core/log';

export function endAll(parts: (() => void)[], log: Log): void {
  for (const letGo of parts.splice(0))
    try {
      letGo();
    } catch (error) {
      log.error({ where: 'end', ...describeThrown(error) }, 'a part of the console did not end well');
    }
}
