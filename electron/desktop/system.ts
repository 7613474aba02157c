/** What the system around the console asks of it: telephone links, keys of every program, sleep and the end of the day. */
import type { SystemKeyCommand } from '../../shared/desktop/systemKeys';
import type { Core } from '../core/core';
import type { Log } from '../core/log';
import { runUnattended } from '../core/unattended';
import { followDialLinks } from './dialLinks';
import { claimLinks, onLinks } from './links';
import { followPower } from './power';
import { followSystemKeys } from './systemKeys';

interface SystemEnvironment {
  readonly core: Core;
  readonly log: Log;
  readonly dataDir: string;
  /** The console's window to the front, opened where there is none. */
  readonly show: () => void;
  readonly end: () => void;
  /** Whether a page hears commands. */
  readonly pageListens: () => boolean;
}

/** Before the first window opens. Returns the function that lets go. */
export function followSystem({ core, log, dataDir, show, end, pageListens }: SystemEnvironment): () => void {
  const press = (command: SystemKeyCommand) => {
    // The page knows what is selected, and says why it can't be done. A hidden window does as well as one in front.
    if (pageListens()) core.run(command);
    else void runUnattended(core, command);
  };
  const keys = followSystemKeys({ core, log, press });
  followPower({ core, log, awake: keys.again, end });
  const take = followDialLinks({ core, log, show });
  claimLinks(dataDir, log);
  onLinks(take);
  return keys.close;
}
