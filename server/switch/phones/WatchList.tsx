/** Assistant Watch: the manager's calls at assistants, with how long they are in that state. */
import { BellRing, CirclePause, PhoneCall } from 'lucide-react';
import { watchedText, type Status, type Watched } from './manager';
import { runningTime, shortName } from './model';
import { useNow } from './useNow';

interface Props {
  readonly status: Status;
  readonly clockOffset: number;
}

export function WatchList({ status, clockOffset }: Props) {
  const now = useNow() + clockOffset;
  if (!status.assistantWatch || status.watched.length === 0) {
    return <p className="watch none">{status.assistantWatch ? 'No call at an assistant' : 'Assistant Watch is off'}</p>;
  }
  return (
    <ul className="watch" aria-label="Calls at assistants">
      {status.watched.map((call) => (
        <WatchedCall key={call.callId} call={call} now={now} />
      ))}
    </ul>
  );
}

function WatchedCall({ call, now }: { readonly call: Watched; readonly now: number }) {
  const { who, what, at } = watchedText(call);
  const Icon = call.state === 'connected' ? PhoneCall : call.state === 'hold' ? CirclePause : BellRing;
  return (
    <li className={`watched ${call.state}`}>
      <Icon aria-hidden="true" />
      <span className="watched-text" title={`${who} ${what} ${at}`}>
        <bdi>{who}</bdi> {what} <bdi>{shortName(at)}</bdi>
      </span>
      <span className="watched-time">{runningTime(now - call.since)}</span>
    </li>
  );
}
