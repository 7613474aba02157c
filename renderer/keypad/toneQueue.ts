/**
 * Keys pressed faster than they are answered: one command is out at a time, so that the tones keep their order, and what is pressed meanwhile
 * goes together in the next. Pure.
 */
export interface ToneQueue {
  /** Answered: the service has taken them. */
  readonly sent: string;
  /** On their way. */
  readonly out: string;
  readonly waiting: string;
}

export const noTones: ToneQueue = { sent: '', out: '', waiting: '' };

/** As many as one command takes. */
const maxAtOnce = 32;
/** Enough of them to see what was pressed. */
const keptInSight = 40;

export function press(queue: ToneQueue, digits: string): ToneQueue {
  return { ...queue, waiting: queue.waiting + digits };
}

/** What is to be sent now moves to `out`; the same queue where nothing is, or where an answer is still awaited. */
export function next(queue: ToneQueue): ToneQueue {
  if (queue.out !== '' || queue.waiting === '') return queue;
  return { ...queue, out: queue.waiting.slice(0, maxAtOnce), waiting: queue.waiting.slice(maxAtOnce) };
}

export function answered(queue: ToneQueue): ToneQueue {
  return { ...queue, sent: (queue.sent + queue.out).slice(-keptInSight), out: '' };
}

/** Nothing follows what was refused: half of a number is worse than none. */
export function refused(queue: ToneQueue): ToneQueue {
  return { ...queue, out: '', waiting: '' };
}

/** The keys of a telephone in a text: what is typed, or pasted with the marks people write between digits. */
export function keysIn(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9*#]/g, '');
}
