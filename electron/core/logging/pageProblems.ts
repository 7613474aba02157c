/** Errors of a page, on their way into the log: nothing of what the page quotes goes along, and a page that fails without end is heard now and then. */
import type { PageProblem } from '../../../shared/desktop/pageProblem';
import type { Log } from '../log';
import { describe } from './describe';
import { Paced } from './pace';

const pace = { burst: 20, everyMs: 10_000 };

export class PageProblems {
  readonly #paced: Paced;

  /** `now`: milliseconds. */
  constructor(
    private readonly log: Log,
    now: () => number,
  ) {
    this.#paced = new Paced(pace, now);
  }

  take({ id, where, message, stack }: PageProblem): void {
    const { may, leftOut } = this.#paced.next();
    if (!may) return;
    const count = leftOut === 0 ? {} : { dropped: leftOut };
    this.log.error({ reference: id, where, ...describe(message, stack), ...count }, 'problem in the page');
  }
}
