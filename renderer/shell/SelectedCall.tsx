import { useTranslation } from 'react-i18next';
import { callerName } from '../panels/calls/callWords';
import { managerOf } from '../store/selectors';
import { useApp } from '../store/context';
import { Duration } from '../ui/Duration';

/** Which call the buttons would act on, next to the buttons. */
export function SelectedCall() {
  const { t } = useTranslation();
  const call = useApp((state) => state.console?.calls.find((one) => one.connectionId === state.selected));
  const manager = useApp((state) =>
    call?.managerId == null || state.console === null ? null : (managerOf(state.console, call.managerId)?.name ?? null),
  );
  if (!call) return null;
  return (
    <div className="selected" data-call-state={call.state} aria-hidden="true" key={call.connectionId}>
      <i className="selected__dot" />
      <span className="selected__who ellipsis">{callerName(call, t)}</span>
      {manager !== null && <span className="selected__for ellipsis">{t('call.for', { name: manager })}</span>}
      <Duration since={call.answeredAt ?? call.startedAt} className="selected__time" />
    </div>
  );
}
