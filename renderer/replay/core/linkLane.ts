/** The link over time: which server was live, and when none was. From the marks. Pure. */
import type { LinkView } from '../../../shared/bridge';
import type { ServiceName } from '../../../shared/protocol/messages';
import type { MarkAt } from '../../../shared/session/recording';

export interface LinkBar {
  readonly from: number;
  readonly to: number;
  /** `lost`: calls were not live. */
  readonly server: ServiceName | 'lost';
}

export function linkLane(
  marks: readonly MarkAt[],
  first: LinkView,
  timeOf: (index: number) => number,
  start: number,
  end: number,
): LinkBar[] {
  const bars: LinkBar[] = [];
  let now: LinkBar['server'] | null =
    first.phase === 'live' ? first.server : first.phase === 'signedOut' ? null : 'lost';
  let from = start;
  const turn = (server: LinkBar['server'] | null, at: number): void => {
    if (server === now) return;
    if (now !== null && at > from) bars.push({ from, to: at, server: now });
    [now, from] = [server, at];
  };
  for (const { type, at, server } of marks) {
    if (type === 'lost') turn('lost', timeOf(at));
    if ((type === 'live' || type === 'failover') && server !== undefined) turn(server, timeOf(at));
  }
  turn(null, end);
  return bars;
}
