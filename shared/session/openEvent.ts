/** One event out of its line: parsed when it is asked for, and checked as what it is, something from anybody. */
import { z } from 'zod';
import { SessionEvent } from './format';
import { Time, type LineIndex } from './indexLines';
import type { RecordedEvent } from './recording';

/** Beside the event; the index has the better `tMono`. */
const Around = z.object({
  seq: z.number().int().min(0),
  tWall: Time,
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
});

/** Null where the line has the right frame and nonsense in it. */
export function readEvent(index: LineIndex, at: number): RecordedEvent | null {
  if (at < 0 || at >= index.count) return null;
  const line = Around.safeParse(index.parsed(at));
  // A key that stands twice: the index has seen the one, JSON.parse the other.
  if (!line.success || line.data.kind !== index.kindOf(at)) return null;
  const { seq, tWall, kind, payload } = line.data;
  const event = SessionEvent.safeParse({ ...payload, kind });
  return event.success ? { seq, tMono: index.timeOf(at), tWall, event: event.data } : null;
}
