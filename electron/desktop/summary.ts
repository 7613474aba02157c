/** The console in a few words, for what stands outside of its window: tray, badge, taskbar. */
import type { BridgeState } from '../../shared/bridge';
import type { CallHistory } from '../../shared/console/history';
import type { Core } from '../core/core';

export interface Summary {
  readonly link: 'signedOut' | 'connecting' | 'reconnecting' | 'connected';
  /** Null where there is no session, or nothing to be offline from. */
  readonly online: boolean | null;
  /** Calls that ring here. */
  readonly ringing: number;
  /** Missed calls that nobody has looked at. */
  readonly missed: number;
}

export function summaryOf({ link, console, history }: Pick<BridgeState, 'link' | 'console' | 'history'>): Summary {
  return {
    link: linkOf(link),
    online: console === null || console.mode === 'shared' ? null : console.me.online,
    ringing: (console?.calls ?? []).filter(({ state, direction }) => state === 'alerting' && direction === 'in').length,
    missed: missedIn(history),
  };
}

function linkOf(link: BridgeState['link']): Summary['link'] {
  if (link.phase === 'signedOut') return 'signedOut';
  if (link.phase === 'live') return 'connected';
  return link.resuming ? 'reconnecting' : 'connecting';
}

/** Counted once for each history: it is asked with every event. */
const counted = new WeakMap<CallHistory, number>();

function missedIn(history: CallHistory): number {
  const known = counted.get(history);
  if (known !== undefined) return known;
  const { entries, seenUntil } = history;
  const missed = entries.filter(({ kind, endedAt }) => kind === 'missed' && endedAt > seenUntil).length;
  counted.set(history, missed);
  return missed;
}

/** Milliseconds between two looks: a storm of events paints no icon a thousand times a second. */
const leastPause = 100;

/** Told at once, and again when it is different. Returns the function that ends it. */
export function followSummary(
  core: Pick<Core, 'state' | 'subscribe'>,
  listener: (summary: Summary) => void,
): () => void {
  let told = '';
  let pause: NodeJS.Timeout | null = null;
  let again = false;
  const look = () => {
    const summary = summaryOf(core.state());
    const text = JSON.stringify(summary);
    if (text === told) return;
    told = text;
    listener(summary);
  };
  const lookInTime = () => {
    if (pause !== null) {
      again = true;
      return;
    }
    look();
    pause = setTimeout(() => {
      pause = null;
      if (!again) return;
      again = false;
      lookInTime();
    }, leastPause);
  };
  const stop = core.subscribe(({ kind }) => {
    if (['link', 'console', 'events', 'history'].includes(kind)) lookInTime();
  });
  look();
  return () => {
    stop();
    if (pause !== null) clearTimeout(pause);
  };
}
