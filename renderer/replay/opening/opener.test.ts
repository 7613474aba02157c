/** Whatever comes late, the page shows what was asked for last. */
import { describe, expect, it } from 'vitest';
import { ok, type Result } from '../../../shared/result';
import { demoRecording } from '../testing/demo';
import { opener } from './opener';
import type { OpenProblem, Source } from './read';
import type { Stage } from './stage';

const { text } = demoRecording();
const pace = { nextFrame: () => undefined, pause: () => Promise.resolve() };

function sourceOf(name: string, words = text): Source & { readonly cancelled: () => boolean } {
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (out) => {
      out.enqueue(new TextEncoder().encode(words));
      out.close();
    },
    cancel: () => void (cancelled = true),
  });
  return { name, bytes: null, stream, cancelled: () => cancelled };
}

/** A source whose bytes never come. */
function slow(name: string) {
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    cancel: () => void (cancelled = true),
  });
  return { source: { name, bytes: null, stream }, cancelled: () => cancelled };
}

function deferred<T>() {
  let [settle, refuse]: [(value: T) => void, (why: Error) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((resolve, reject) => ([settle, refuse] = [resolve, reject]));
  return { promise, resolve: (value: T) => settle(value), reject: (why: Error) => refuse(why) };
}

function page() {
  const shown: Stage[] = [];
  const told = deferred<Stage>();
  const opening = opener((stage) => {
    shown.push(stage);
    if (stage.kind === 'open' || stage.kind === 'failed') told.resolve(stage);
  }, pace);
  return { ...opening, shown, first: told.promise };
}

describe('opening', () => {
  it('shows the recording, each time under a number of its own', async () => {
    const { open, first } = page();
    open(sourceOf('a'));
    expect(await first).toMatchObject({ kind: 'open', number: 1 });
  });

  it('a file dropped while the host is still asked stays, whatever the host answers later', async () => {
    const { open, find, first, shown } = page();
    const answer = deferred<Result<Source, OpenProblem>>();
    const late = sourceOf('late');
    find('hosted', answer.promise);
    expect(shown.at(-1)).toMatchObject({ kind: 'opening', name: 'hosted' });
    open(sourceOf('dropped'));
    await first;
    answer.resolve(ok(late));
    await expect.poll(late.cancelled).toBe(true);
    expect(shown.at(-1)).toMatchObject({ kind: 'open', number: 2 });
    expect(shown.filter(({ kind }) => kind === 'open')).toHaveLength(1);
  });

  it('a failure that comes late is not told', async () => {
    const { open, find, first, shown } = page();
    const answer = deferred<Result<Source, OpenProblem>>();
    find('hosted', answer.promise);
    open(sourceOf('dropped'));
    await first;
    answer.reject(new Error('the host has gone'));
    await answer.promise.catch(() => undefined);
    await Promise.resolve();
    expect(shown.at(-1)?.kind).toBe('open');
  });

  it('of two files dropped at once the second is shown, and the first is read no further', async () => {
    const { open, first, shown } = page();
    const one = slow('one');
    open(one.source);
    open(sourceOf('two', 'nonsense'));
    expect(await first).toMatchObject({ kind: 'failed', name: 'two', problem: 'notARecording' });
    await expect.poll(one.cancelled).toBe(true);
    expect(shown.some((stage) => stage.kind === 'open')).toBe(false);
  });

  it('nothing comes of it once it was cancelled', async () => {
    const { open, cancel, shown } = page();
    const one = slow('one');
    open(one.source);
    cancel();
    await expect.poll(one.cancelled).toBe(true);
    expect(shown.at(-1)).toEqual({ kind: 'choose' });
  });
});
