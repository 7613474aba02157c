/** Parts of the main window that nobody sees at first: fetched when they are wanted, or before that once there is nothing else to do. */
import { createElement, use, type ComponentType, type FunctionComponent } from 'react';
import { fetchLaterWords } from '../strings/i18n';

const parts: (() => Promise<unknown>)[] = [];

/** Wants a Suspense around it. Once it has been fetched it is on the screen at once, unlike with React's `lazy`, which always waits a moment. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { typedInto = false }: { readonly typedInto?: boolean } = {},
): FunctionComponent<Props> {
  let loading: Promise<ComponentType<Props>> | null = null;
  const fetchPart = (): Promise<ComponentType<Props>> => {
    loading ??= readAtOnce(Promise.all([load(), fetchLaterWords()]).then(([part]) => part));
    return loading;
  };
  // Where somebody types at once after the key that opens it, it has to be there first.
  if (typedInto) parts.unshift(fetchPart);
  else parts.push(fetchPart);
  return function Later(props: Props) {
    return createElement(use(fetchPart()), props);
  };
}

/** As React marks a promise it has waited for itself: `use` waits for no other turn. */
function readAtOnce<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    (reason: unknown) => Object.assign(promise, { status: 'rejected', reason }),
  );
  return promise;
}

/** Milliseconds: a computer that is never idle gets them too. */
const longestWaitMs = 300;

/** One after the other, so that a call that comes in meanwhile does not wait: a first keypad or transfer is there at once. */
export function fetchWhenIdle(): void {
  const [load] = parts.splice(0, 1);
  if (load === undefined) return;
  requestIdleCallback(() => void load().then(fetchWhenIdle, fetchWhenIdle), { timeout: longestWaitMs });
}
