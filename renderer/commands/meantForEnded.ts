/** A key that comes just as its call ends must not act on the call that takes its place: that one would be sent away unheard. */
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import { callerOf } from '../store/changes';

/** True where nothing is to be done; it has said so. */
export function meantForEnded({ actions }: App): boolean {
  const call = actions.justEnded();
  if (call === null) return false;
  actions.toast('warn', t('toast.callEnded', { caller: callerOf(call) }));
  return true;
}
