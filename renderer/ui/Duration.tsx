import { formatDuration, isoDuration } from '../format/duration';
import { useNow } from '../hooks/useNow';
import { useApp } from '../store/context';

/** Time since `since` (milliseconds, by the service's clock), running. */
export function Duration({ since, className }: { readonly since: number; readonly className?: string }) {
  const now = useNow();
  const offset = useApp((state) => state.clockOffsetMs);
  const elapsed = now + offset - since;
  return (
    <time className={className} dateTime={isoDuration(elapsed)}>
      {formatDuration(elapsed)}
    </time>
  );
}
