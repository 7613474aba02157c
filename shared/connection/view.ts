/** What the status bar may know of the connection. */
import { assertNever } from '../assertNever';
import type { LinkView } from '../bridge';
import type { ConnectionState } from './state';

/** `wallOffsetMs`: wall clock minus the machine's clock. */
export function linkView({ link, resumable }: ConnectionState, wallOffsetMs: number): LinkView {
  switch (link.phase) {
    case 'signedOut':
      return { phase: 'signedOut', failure: link.failure };
    case 'connecting':
      return { phase: 'connecting', server: link.server, resuming: resumable };
    case 'waiting':
      return {
        phase: 'waiting',
        server: link.server,
        resuming: resumable,
        retryAt: Math.round(link.retryAt + wallOffsetMs),
        lastProblem: link.problem,
      };
    case 'live':
      return {
        phase: 'live',
        server: link.server,
        since: Math.round(link.since + wallOffsetMs),
        roundTripMs: link.roundTripMs,
      };
    default:
      return assertNever(link);
  }
}
