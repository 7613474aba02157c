/** A key that can do nothing now says why, for eyes and ears; a press with no answer looks like a broken key. */
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import type { Reason } from './reason';

export function sayWhyNot({ store, actions }: App, reason: Reason | 'dialogFirst'): void {
  const text = reason === 'dialogFirst' ? t('announce.dialogFirst') : t(`reason.${reason}`);
  // What is on its way is seen at the call; what stands there already is said again and not piled up.
  const isSeen = reason === 'pending' || store.getState().toasts.some((toast) => toast.text === text);
  if (isSeen) actions.announce(text);
  else actions.toast('info', text);
}
