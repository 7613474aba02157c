/** Search as you type without chatter: one question on the way, the newest one next, and no answer to an older question is shown. */
import type { SearchOutcome } from '../../shared/bridge';

export interface Searcher {
  /** Resolves with the answer to `query`, or null where a newer query has taken its place. */
  readonly ask: (query: string) => Promise<SearchOutcome | null>;
  /** Answers that are still on the way are for nobody. */
  readonly forget: () => void;
}

interface Waiting {
  readonly query: string;
  readonly resolve: (answer: SearchOutcome | null) => void;
}

export function createSearcher(search: (query: string) => Promise<SearchOutcome>): Searcher {
  let asking: Waiting | null = null;
  let next: Waiting | null = null;

  const start = (waiting: Waiting): void => {
    asking = waiting;
    const done = (answer: SearchOutcome): void => {
      waiting.resolve(asking === waiting && next === null ? answer : null);
      if (asking !== waiting) return;
      asking = null;
      if (next === null) return;
      const following = next;
      next = null;
      start(following);
    };
    search(waiting.query).then(done, () => done({ status: 'unavailable' }));
  };

  return {
    ask: (query) =>
      new Promise((resolve) => {
        next?.resolve(null);
        next = null;
        if (asking === null) start({ query, resolve });
        else next = { query, resolve };
      }),
    forget: () => {
      next?.resolve(null);
      next = null;
      asking = null;
    },
  };
}
