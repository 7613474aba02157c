/** What comes of a step, as the steps themselves say it. */
import type { CheckFound, CheckProblem, CheckSkipReason } from '../../../shared/connection/check';
import { socketProblem } from '../socketProblem';

export type Outcome =
  | { readonly status: 'ok'; readonly found: CheckFound }
  | { readonly status: 'failed'; readonly problem: CheckProblem; readonly detail: string }
  | { readonly status: 'skipped'; readonly why: CheckSkipReason };

export const found = (facts: CheckFound): Outcome => ({ status: 'ok', found: facts });
export const skipped = (why: CheckSkipReason): Outcome => ({ status: 'skipped', why });
export const failed = (problem: CheckProblem, detail: string): Outcome => ({
  status: 'failed',
  problem,
  detail: detail.slice(0, 500),
});

/** What a socket or the system's resolver says went wrong. `opened`: the WebSocket stood already. */
export function failedBy(error: unknown, opened = false): Outcome {
  const { code, message } = detailsOf(error);
  const detail = code === null || message.includes(code) ? message : `${code}: ${message}`;
  return failed(socketProblem({ code, message, status: null, opened }), detail);
}

export function detailsOf(error: unknown): { readonly code: string | null; readonly message: string } {
  if (!(error instanceof Error)) return { code: null, message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  // Several addresses tried and none answered: Node gives one error for all, with no words of its own.
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  const words = error.message === '' ? parts.map((part) => detailsOf(part).message).join('; ') : error.message;
  return { code, message: words };
}
