/** Whether a restart now would leave somebody without hands: any call that is not over, also one that only rings, is held or is half transferred. */
import type { CallView } from '../calls/model';

export function isOnThePhone(console: { readonly calls: readonly Pick<CallView, 'state'>[] } | null): boolean {
  // A call that has failed waits for nothing but to be put away.
  return console?.calls.some((call) => call.state !== 'fail') ?? false;
}
