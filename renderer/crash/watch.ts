/** Errors that nothing in the page catches: each is told to the log; what the person is shown depends on whether there is still a screen. */
import { BridgeError } from '../../shared/bridgeError';
import { noteProblem } from './note';
import { showCrash, showTrouble } from './show';

export function watchErrors(): void {
  window.addEventListener('error', ({ error, message }) => {
    // Said by browsers of layouts that settle a moment later.
    if (!message.startsWith('ResizeObserver loop')) happened('script', error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    // A host that is gone says so over the whole page by itself (bridge/notice.ts).
    if (!(reason instanceof BridgeError && (reason.code === 'hostGone' || reason.code === 'linkUsed')))
      happened('promise', reason);
  });
  const [, reference] = /[?&]again=([0-9A-Z]{8})(?:&|$)/.exec(location.search) ?? [];
  if (reference !== undefined) showTrouble(reference, 'again');
}

function happened(where: 'script' | 'promise', thrown: unknown): void {
  const reference = noteProblem(where, thrown);
  // Before the first screen an error is the end of the start; later the screen goes on with what still works.
  if (document.getElementById('root')?.childElementCount === 0) showCrash(reference);
  else showTrouble(reference, 'trouble');
}
