/** `--from` and `--to`: what people write for a moment. */
import { UsageError } from '../refusal';

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;

export const periodHelp =
  'a day (2026-11-30) or a moment (2026-11-30T08:00, 2026-11-30T08:00Z); without a zone, this machine’s';

/** Milliseconds since the epoch; null where nothing was said. `to` a day means until its end. */
export function readMoment(text: string | undefined, end: 'from' | 'to'): number | null {
  if (text === undefined) return null;
  if (!day.test(text) && !moment.test(text)) throw wrong(text, end);
  const read = new Date(day.test(text) ? `${text}T00:00` : text);
  // Days that do not exist (February 30th) come out as others.
  if (Number.isNaN(read.getTime()) || (day.test(text) && read.getDate() !== Number(text.slice(8))))
    throw wrong(text, end);
  if (day.test(text) && end === 'to') read.setDate(read.getDate() + 1);
  return read.getTime();
}

function wrong(text: string, end: 'from' | 'to'): UsageError {
  return new UsageError(`--${end} ${text} is not ${periodHelp}`);
}
