/**
 * Links that other programs open: read strictly, told to the page, which asks. The latest wins. A link waits for somebody to sign in, but not
 * for ever; and what one assistant has left open is not for the next one. No number is logged.
 */
import { parseDialLink } from '../../shared/desktop/parseDialLink';
import { systemClock } from '../core/clock';
import type { Clock } from '../core/clock';
import type { Core } from '../core/core';
import type { Log } from '../core/log';

/** Milliseconds. Who signs in later has long forgotten what was clicked. */
const waitsForLogin = 10 * 60_000;

export interface DialLinksEnvironment {
  readonly core: Pick<Core, 'state' | 'subscribe' | 'hostSays'>;
  readonly log: Log;
  /** The window to the front: somebody has clicked. */
  readonly show: () => void;
  readonly clock?: Clock;
}

/** Returns what takes the links of one click: more than one at once is nobody's click. */
export function followDialLinks({
  core,
  log,
  show,
  clock = systemClock,
}: DialLinksEnvironment): (links: readonly string[]) => void {
  let giveUp = (): void => undefined;
  const forget = () => {
    if (core.state().dialLink !== null) core.hostSays({ kind: 'dialLink', dialLink: null });
  };
  core.subscribe((push) => {
    if (push.kind === 'console' && push.console === null) forget();
  });
  return (links) => {
    const [only] = links;
    if (only === undefined) return;
    const link = links.length === 1 ? parseDialLink(only) : ({ status: 'refused', why: 'several' } as const);
    if (link.status === 'refused') log.warn({ why: link.why, links: links.length }, 'telephone link refused');
    else log.info({ figures: link.number.length }, 'telephone link: the person is asked');
    giveUp();
    giveUp = clock.after(waitsForLogin, () => {
      if (core.state().console === null) forget();
    });
    core.hostSays({ kind: 'dialLink', dialLink: link });
    show();
  };
}
