/** Opens one recording at a time: what was asked for last wins, however slow or fast the others are. */
import type { Result } from '../../../shared/result';
import { openRecording } from '../../../shared/session/open';
import { livePace, startSession, type Pace } from '../core/session';
import { readSource, type OpenProblem, type Source } from './read';
import type { Stage } from './stage';

export interface Opener {
  readonly open: (source: Source) => void;
  /** A source that is still to be found; `name` is shown meanwhile. */
  readonly find: (name: string, source: Promise<Result<Source, OpenProblem>>) => void;
  /** Nothing more is told of what was asked for. */
  readonly stop: () => void;
  readonly cancel: () => void;
}

export function opener(show: (stage: Stage) => void, pace: Pace = livePace): Opener {
  let latest: AbortController | null = null;
  let count = 0;

  const begin = (name: string, work: (attempt: Attempt) => Promise<void>): void => {
    latest?.abort();
    const mine = new AbortController();
    latest = mine;
    const attempt: Attempt = {
      number: (count += 1),
      signal: mine.signal,
      show: (stage) => {
        if (!mine.signal.aborted) show(stage);
      },
    };
    work(attempt).catch(() => attempt.show({ kind: 'failed', problem: 'unreadable', name }));
  };

  return {
    open: (source) => begin(source.name, (attempt) => openSource(source, attempt, pace)),
    find: (name, finding) =>
      begin(name, async (attempt) => {
        attempt.show({ kind: 'opening', name, step: 'reading', done: null });
        const found = await finding;
        if (!found.ok) attempt.show({ kind: 'failed', problem: found.error, name: null });
        else if (attempt.signal.aborted) await found.value.stream.cancel();
        else await openSource(found.value, attempt, pace);
      }),
    stop: () => latest?.abort(),
    cancel: () => {
      latest?.abort();
      show({ kind: 'choose' });
    },
  };
}

interface Attempt {
  readonly number: number;
  readonly signal: AbortSignal;
  /** Nothing, once another one has begun. */
  readonly show: (stage: Stage) => void;
}

async function openSource(source: Source, { number, signal, show }: Attempt, pace: Pace): Promise<void> {
  const { name } = source;
  const gone = (): boolean => signal.aborted;
  const told = (step: 'reading' | 'indexing', done: number | null): void => show({ kind: 'opening', name, step, done });
  told('reading', 0);
  const read = await readSource(source, (done) => told('reading', done), { signal });
  if (gone()) return;
  if (!read.ok) {
    show({ kind: 'failed', problem: read.error, name });
    return;
  }
  told('indexing', 0);
  await pace.pause();
  const opened = await openRecording(read.value.bytes, async (done) => {
    told('indexing', done);
    await pace.pause();
    // Nobody waits for it any more: it goes no further.
    signal.throwIfAborted();
  });
  if (gone()) return;
  show(
    opened.ok
      ? { kind: 'open', session: startSession(opened.value, read.value.cut, pace), number }
      : { kind: 'failed', problem: opened.error, name },
  );
}
